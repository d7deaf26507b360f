'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { nameIsFree } from '#lib/client/enrol/name-is-free.ts';
import { useAccountSteps } from '#lib/client/enrol/use-account-steps.ts';
import { useInvitation } from '#lib/client/enrol/use-invitation.ts';
import { useJoin } from '#lib/client/enrol/use-join.ts';
import { roleBits } from '#lib/client/team/session-facts.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import { AccountSteps } from './account-steps.tsx';
import { BadLink } from './bad-link.tsx';
import styles from './enrol.module.css';
import { EnrolNews } from './enrol-news.tsx';
import { FiveWordsStep } from './five-words-step.tsx';
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
  const total = demo ? 4 : 5;
  switch (form.step) {
    case 'welcome':
      return (
        <StepFrame
          heading={t('join.heading', { organisation })}
          step={null}
          intro={t('join.intro')}
        >
          <div className={styles.row}>
            <Button look="primary" onClick={form.begin}>
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
          first={1}
          total={total}
          role={t('account.role', { organisation, role })}
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
