'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { nameIsFree } from '#lib/client/enrol/name-is-free.ts';
import { useAccountSteps } from '#lib/client/enrol/use-account-steps.ts';
import { useInvitation } from '#lib/client/enrol/use-invitation.ts';
import { useJoin } from '#lib/client/enrol/use-join.ts';
import { roleBits } from '#lib/client/team/session-facts.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import { BadLink } from './bad-link.tsx';
import styles from './enrol.module.css';
import { JoinSteps } from './join-steps.tsx';
import { StepFrame } from './step-frame.tsx';

/** Joining an organisation by a one-time link. */
export function Join({ token }: { token: string }) {
  const invitation = useInvitation(token, 'join');
  if (invitation.kind !== 'good') return <BadLink invitation={invitation} />;
  const { organisationId, organisationName, roles, demo } = invitation.link;
  if (organisationId === null) return <BadLink invitation={{ kind: 'bad' }} />;
  return (
    <Steps
      token={token}
      organisationId={organisationId}
      organisation={organisationName ?? ''}
      roles={roles}
      demo={demo}
    />
  );
}

type StepsProps = {
  token: string;
  organisationId: OrganisationId;
  organisation: string;
  roles: number;
  demo: boolean;
};

function Steps({ token, organisationId, organisation, roles, demo }: StepsProps) {
  const t = useTranslations('enrol');
  const locale = useLocale();
  const form = useJoin(token, organisationId);
  const account = useAccountSteps({
    demo,
    issuer: organisation,
    language: locale,
    isFree: nameIsFree(token),
    send: form.send,
  });
  const role =
    (roles & roleBits.supervisor) === 0 ? t('account.counsellor') : t('account.supervisor');
  return (
    <JoinSteps
      form={form}
      account={account}
      demo={demo}
      first={1}
      role={t('account.role', { organisation, role })}
    >
      <StepFrame heading={t('join.heading', { organisation })} step={null} intro={t('join.intro')}>
        <div className={styles.row}>
          <Button look="primary" onClick={form.begin}>
            {t('join.start')}
          </Button>
        </div>
      </StepFrame>
    </JoinSteps>
  );
}
