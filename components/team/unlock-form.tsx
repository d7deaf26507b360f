import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormNews } from './form-news.tsx';
import styles from './sign-in.module.css';

type UnlockFormProps = {
  /** Who is signed in, by work name. */
  name: string;
  busy: boolean;
  refused: string | null;
  onUnlock: (password: string) => void;
  onSignOut: () => void;
};

/** After a reload or a pause: the session is there, the keys are not. */
export function UnlockForm({ name, busy, refused, onUnlock, onSignOut }: UnlockFormProps) {
  const t = useTranslations('team.unlock');
  const signIn = useTranslations('team.signIn');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setMissing(password === '');
    if (password === '') field.current?.focus();
    else onUnlock(password);
  };
  return (
    <main id="main" className={styles.screen}>
      <div className={styles.card}>
        <h1 ref={heading} tabIndex={-1}>
          {t('heading')}
        </h1>
        <p>{t('as', { name })}</p>
        <p className={styles.quiet}>{t('reason')}</p>
        <form className={styles.form} onSubmit={submit} noValidate>
          <Field
            ref={field}
            label={signIn('password')}
            error={missing ? signIn('passwordMissing') : undefined}
            type="password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
          />
          <FormNews refused={missing ? null : refused} working={busy ? signIn('working') : null} />
          <div className={styles.row}>
            <Button type="submit" look="primary" aria-disabled={busy}>
              {t('submit')}
            </Button>
            <Button look="quiet" onClick={onSignOut}>
              {t('other')}
            </Button>
          </div>
        </form>
      </div>
    </main>
  );
}
