'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useAccountSteps } from '#lib/client/enrol/use-account-steps.ts';
import { useInvitation } from '#lib/client/enrol/use-invitation.ts';
import { useJoin } from '#lib/client/enrol/use-join.ts';
import { renew } from '#lib/client/team/renew.ts';
import type { AccountAnswers } from '#lib/protocol/account-routes.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import { BadLink } from './bad-link.tsx';
import styles from './enrol.module.css';
import { JoinSteps } from './join-steps.tsx';
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
  const begin = () => {
    // In the language of the page as it is now; before this nobody has seen any words.
    account.otherWords(locale);
    form.begin();
  };
  return (
    <JoinSteps form={form} account={account} demo={demo} first={0}>
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
    </JoinSteps>
  );
}
