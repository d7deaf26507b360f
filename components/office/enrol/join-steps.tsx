import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AccountForm } from '#lib/client/enrol/use-account-steps.ts';
import type { JoinForm } from '#lib/client/enrol/use-join.ts';
import { AccountSteps } from './account-steps.tsx';
import { EnrolNews } from './enrol-news.tsx';
import { FiveWordsStep } from './five-words-step.tsx';

type JoinStepsProps = {
  form: JoinForm;
  account: AccountForm;
  demo: boolean;
  /** Number of the first step of the account: 0 for whoever keeps their names, which are asked first. */
  first: 0 | 1;
  /** As what, and where; said above the names. */
  role?: string;
  /** What is shown before the first step. */
  children: ReactNode;
};

/** From a good link to the five words, for a newcomer as for whoever begins anew. */
export function JoinSteps({ form, account, demo, first, role, children }: JoinStepsProps) {
  const t = useTranslations('enrol');
  const locale = useLocale();
  // A demo asks for no code of a phone.
  const total = first + (demo ? 3 : 4);
  switch (form.step) {
    case 'welcome':
      return children;
    case 'account':
      return (
        <AccountSteps
          form={account}
          demo={demo}
          busy={form.busy}
          first={first}
          total={total}
          {...(role === undefined ? {} : { role })}
          news={<EnrolNews busy={form.busy} working={t('working.join')} refused={form.refused} />}
        />
      );
    case 'words':
      return (
        <FiveWordsStep
          words={form.words}
          approved={form.approved}
          step={{ number: total, total }}
          signInHref={`/${locale}/sign-in`}
        />
      );
  }
}
