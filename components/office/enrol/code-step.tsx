import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { QrCode } from '#components/ui/qr-code.tsx';
import type { AccountForm } from '#lib/client/enrol/use-account-steps.ts';
import styles from './enrol.module.css';

/** The second factor: the app holds the secret when its first code fits. */
export function CodeStep({ form, busy }: { form: AccountForm; busy: boolean }) {
  const t = useTranslations('enrol.totp');
  const next = useTranslations('enrol')('next');
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) form.sendCode(code);
  };
  const error =
    form.problem === 'code' ? t('codeBad') : form.problem === 'wrong_code' ? t('wrong') : undefined;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <QrCode text={form.totp.address} label={t('qr')} />
      <div>
        <p>{t('secret')}</p>
        <p className={styles.digits} translate="no" data-testid="totp-secret">
          {(form.totp.secret.match(/.{1,4}/g) ?? []).join(' ')}
        </p>
      </div>
      <div className={styles.field}>
        <Field
          label={t('code')}
          hint={t('codeHint')}
          error={error}
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      <Button type="submit" look="primary" aria-disabled={busy}>
        {next}
      </Button>
    </form>
  );
}
