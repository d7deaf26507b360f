import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import type { AccountForm } from '#lib/client/enrol/use-account-steps.ts';
import styles from './enrol.module.css';

/** Typing the words proves that they are on paper and not only on this screen. */
export function ConfirmStep({ form, busy }: { form: AccountForm; busy: boolean }) {
  const t = useTranslations('enrol');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) form.confirm(typed);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.field}>
        <Field
          label={t('passphrase.confirm')}
          hint={t('passphrase.confirmHint')}
          error={form.problem === 'password' ? t('passphrase.wrong') : undefined}
          type="password"
          value={typed}
          autoComplete="new-password"
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className={styles.row}>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t('next')}
        </Button>
        <Button look="quiet" onClick={form.showWords}>
          {t('passphrase.show')}
        </Button>
      </div>
    </form>
  );
}
