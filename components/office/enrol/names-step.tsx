import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import type { AccountForm } from '#lib/client/enrol/use-account-steps.ts';
import styles from './enrol.module.css';

/** What one signs in with, and what people in a chat see. */
export function NamesStep({ form }: { form: AccountForm }) {
  const t = useTranslations('enrol');
  const { names, problem } = form;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.namesDone();
  };
  const loginProblem =
    problem === 'login_name'
      ? t('account.loginNameBad')
      : problem === 'name_taken'
        ? t('account.loginNameTaken')
        : undefined;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.field}>
        <Field
          label={t('account.loginName')}
          hint={t('account.loginNameHint')}
          error={loginProblem}
          value={names.loginName}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          onChange={(event) => form.setNames({ ...names, loginName: event.target.value })}
          onBlur={form.loginNameLeft}
        />
      </div>
      <div className={styles.field}>
        <Field
          label={t('account.displayName')}
          hint={t('account.displayNameHint')}
          error={problem === 'work_name' ? t('account.displayNameBad') : undefined}
          value={names.displayName}
          autoComplete="nickname"
          maxLength={32}
          onChange={(event) => form.setNames({ ...names, displayName: event.target.value })}
        />
      </div>
      <Button type="submit" look="primary">
        {t('next')}
      </Button>
    </form>
  );
}
