import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AccountForm } from '#lib/client/enrol/use-account-steps.ts';
import { CodeStep } from './code-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { NamesStep } from './names-step.tsx';
import { StepFrame } from './step-frame.tsx';
import { WordsStep } from './words-step.tsx';

type AccountStepsProps = {
  form: AccountForm;
  demo: boolean;
  busy: boolean;
  /** Number of the first of these steps, and how many there are in all. */
  first: number;
  total: number;
  /** As what, and where; said above the names. */
  role?: string;
  news: ReactNode;
};

const order = ['names', 'words', 'confirm', 'totp'] as const;

/** The steps of a new account, for a founder as for a newcomer. */
export function AccountSteps({ form, demo, busy, first, total, role, news }: AccountStepsProps) {
  const t = useTranslations('enrol');
  const step = { number: first + order.indexOf(form.step), total };
  switch (form.step) {
    case 'names':
      return (
        <StepFrame heading={t('account.heading')} step={step} intro={role}>
          <NamesStep form={form} />
          {news}
        </StepFrame>
      );
    case 'words':
      return (
        <StepFrame heading={t('passphrase.heading')} step={step} intro={t('passphrase.intro')}>
          <WordsStep form={form} demo={demo} />
        </StepFrame>
      );
    case 'confirm':
      return (
        <StepFrame heading={t('passphrase.confirmHeading')} step={step}>
          <ConfirmStep form={form} busy={busy} />
          {news}
        </StepFrame>
      );
    case 'totp':
      return (
        <StepFrame heading={t('totp.heading')} step={step} intro={t('totp.intro')}>
          <CodeStep form={form} busy={busy} />
          {news}
        </StepFrame>
      );
  }
}
