import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormNews } from './form-news.tsx';
import styles from './sign-in.module.css';

type SignInFormProps = {
  busy: boolean;
  /** A sentence that says what to do, or null. */
  refused: string | null;
  onSignIn: (name: string, password: string) => void;
};

/**
 * Name and password. The fields carry no `name`, so that a press before the script runs cannot put
 * them into an address; the browser's password manager finds them by `autocomplete`.
 */
export function SignInForm({ busy, refused, onSignIn }: SignInFormProps) {
  const t = useTranslations('team.signIn');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'name' | 'password' | null>(null);
  const fields = { name: useRef<HTMLInputElement>(null), password: useRef<HTMLInputElement>(null) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const empty = name.trim() === '' ? 'name' : password === '' ? 'password' : null;
    setMissing(empty);
    if (empty) fields[empty].current?.focus();
    else onSignIn(name, password);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        ref={fields.name}
        label={t('name')}
        error={missing === 'name' ? t('nameMissing') : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Field
        ref={fields.password}
        label={t('password')}
        error={missing === 'password' ? t('passwordMissing') : undefined}
        type="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoComplete="current-password"
      />
      <FormNews refused={missing ? null : refused} working={busy ? t('working') : null} />
      <Button type="submit" look="primary" wide aria-disabled={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
