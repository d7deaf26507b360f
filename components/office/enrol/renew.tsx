'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useAccountSteps } from '#lib/client/enrol/use-account-steps.ts';
import { useInvitation } from '#lib/client/enrol/use-invitation.ts';
import { useJoin } from '#lib/client/enrol/use-join.ts';
import { renew } from '#lib/client/team/renew.ts';
import type { AccountAnswers } from '#lib/protocol/account-routes.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import { AccountSteps } from './account-steps.tsx';
import { BadLink } from './bad-link.tsx';
import styles from './enrol.module.css';
import { EnrolNews } from './enrol-news.tsx';
import { FiveWordsStep } from './five-words-step.tsx';
import { StepFrame } from './step-frame.tsx';

/** Beginning an account anew by a one-time link, after its password or phone was lost. */
export function Renew({ token }: { token: string }) {
  const invitation = useInvitation(token, 'renew');
  if (invitation.kind !== 'good') return <BadLink invitation={invitation} />;
  const { organisationId, organisationName, member, demo } = invitation.link;
  if (organisationId === null || member === null) return <BadLink invitation={{ kind: 'bad' }} />;
  return (
    <Steps
      token={token}
      organisationId={organisationId}
      organisation={organisationName ?? ''}
      member={member}
      demo={demo}
    />
  );
}

type StepsProps = {
  token: string;
  organisationId: OrganisationId;
  organisation: string;
  member: NonNullable<AccountAnswers['POST /api/invitation']['member']>;
  demo: boolean;
};

function Steps({ token, organisationId, organisation, member, demo }: StepsProps) {
  const t = useTranslations('enrol');
  const locale = useLocale();
  const form = useJoin(token, organisationId, renew);
  const account = useAccountSteps({
    demo,
    issuer: organisation,
    language: locale,
    renewed: member,
    send: form.send,
  });
  const total = demo ? 3 : 4;
  const begin = () => {
    // In the language of the page as it is now; before this nobody has seen any words.
    account.otherWords(locale);
    form.begin();
  };
  switch (form.step) {
    case 'welcome':
      return (
        <StepFrame heading={t('renew.heading')} step={null} intro={t('renew.intro')}>
          <div className={styles.form}>
            <p>
              {t('renew.who', {
                organisation,
                loginName: member.loginName,
                displayName: member.displayName,
              })}
            </p>
            <p>{t('renew.gone')}</p>
            <Button look="primary" onClick={begin}>
              {t('join.start')}
            </Button>
          </div>
        </StepFrame>
      );
    case 'account':
      return (
        <AccountSteps
          form={account}
          demo={demo}
          busy={form.busy}
          first={0}
          total={total}
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
