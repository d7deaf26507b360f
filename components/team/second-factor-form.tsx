import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormNews } from './form-news.tsx';
import styles from './sign-in.module.css';

type SecondFactorFormProps = {
  busy: boolean;
  refused: string | null;
  /** Six digits. */
  onCode: (code: string) => void;
  onBack: () => void;
};

/** The six digits, asked only after the password was right. */
export function SecondFactorForm({ busy, refused, onCode, onBack }: SecondFactorFormProps) {
  const t = useTranslations('team.signIn');
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const digits = code.replace(/\D/g, '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setShort(digits.length !== 6);
    if (digits.length === 6) onCode(digits);
    else field.current?.focus();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {t('codeHeading')}
      </h2>
      <Field
        ref={field}
        label={t('code')}
        hint={t('codeHint')}
        error={short ? t('codeBad') : undefined}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
      />
      <p className={styles.quiet}>{t('codeLost')}</p>
      <FormNews refused={short ? null : refused} working={busy ? t('working') : null} />
      <div className={styles.row}>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t('codeSubmit')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
