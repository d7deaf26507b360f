import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './keys.module.css';
import office from './office.module.css';

type AdminFormProps = {
  /** This supervisor can certify already; the year is about to end. */
  renews: boolean;
  rootsNeeded: number;
  busy: boolean;
  news: ReactNode;
  onKit: (typed: string) => void;
};

/**
 * Takes the root key out of the recovery kit. The field is emptied the moment it is handed on, and it has
 * no `name`, so that nothing but this page ever gets it.
 */
export function AdminForm({ renews, rootsNeeded, busy, news, onKit }: AdminFormProps) {
  const t = useTranslations('office.keys.admin');
  const id = useId();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    onKit(typed);
    setTyped('');
  };
  return (
    <div className={office.block}>
      <h3>{renews ? t('renew') : t('become')}</h3>
      <p>{t('text', { count: rootsNeeded })}</p>
      <form className={styles.form} onSubmit={submit}>
        <label htmlFor={id} className={styles.label}>
          {t('kit')}
        </label>
        <p id={`${id}hint`} className={office.quiet}>
          {t('kitHint')}
        </p>
        <textarea
          id={id}
          className={styles.kit}
          aria-describedby={`${id}hint`}
          rows={4}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          translate="no"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t('submit')}
        </Button>
      </form>
      {news}
    </div>
  );
}
