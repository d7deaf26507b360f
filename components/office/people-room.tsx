import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Newcomer } from '#lib/client/office/member-rows.ts';
import { useMembers } from '#lib/client/office/use-members.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import { approve } from '#lib/client/team/approve.ts';
import { renewMember } from '#lib/client/team/renew-member.ts';
import { suspend } from '#lib/client/team/suspend.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { Invite } from './invite.tsx';
import { MemberActions } from './member-actions.tsx';
import { NewcomerCard } from './newcomer-card.tsx';
import { type Link, OneTimeLink } from './one-time-link.tsx';
import { People } from './people.tsx';
import { PeopleTable } from './people-table.tsx';
import { TaskNews } from './task-news.tsx';

type Done = { what: 'approved' | 'refused' | 'suspended' | 'renewed'; name: string } | null;

/** People: what each press does. */
export function PeopleRoom({ session }: { session: TeamSession }) {
  const t = useTranslations('office');
  const members = useMembers(session);
  const canCertify = activeAdmin(session) !== null;
  const { task, run } = useTask<string>();
  const [done, setDone] = useState<Done>(null);
  const [link, setLink] = useState<Link | null>(null);

  async function change(what: NonNullable<Done>['what'], view: MemberView) {
    setDone({ what, name: view.displayName });
    setLink(null);
    await run(async () => {
      if (what === 'approved') return approve(session, view);
      if (what !== 'renewed') return suspend(session, view);
      const made = await renewMember(session, view);
      if (!made.ok) return made;
      setLink({ address: `${location.origin}/renew/${made.token}`, expiresDay: made.expiresDay });
      return { ok: true };
    });
  }
  const busy = task.kind === 'busy';
  const card = (newcomer: Newcomer) => (
    <NewcomerCard
      key={newcomer.view.memberId}
      newcomer={newcomer}
      canCertify={canCertify}
      busy={busy}
      onApprove={() => void change('approved', newcomer.view)}
      onRefuse={() => void change('refused', newcomer.view)}
      onRenew={() => void change('renewed', newcomer.view)}
    />
  );
  return (
    <People
      members={members}
      canCertify={canCertify}
      news={
        done ? (
          <>
            <PeopleNews task={task} done={done} />
            {link ? (
              <OneTimeLink link={link} label={t('people.renewLink', { name: done.name })} />
            ) : null}
          </>
        ) : null
      }
      newcomer={card}
      table={(rows) => (
        <PeopleTable
          members={rows}
          action={(member) =>
            member.isSelf || member.status === 'suspended' || !canCertify ? null : (
              <MemberActions
                member={member}
                busy={busy}
                onRenew={() => void change('renewed', member.view)}
                onSuspend={() => void change('suspended', member.view)}
              />
            )
          }
        />
      )}
      invite={<Invite session={session} onWithdrawn={() => setLink(null)} />}
    />
  );
}

type PeopleNewsProps = {
  task: ReturnType<typeof useTask<string>>['task'];
  done: NonNullable<Done>;
};

function PeopleNews({ task, done: { what, name } }: PeopleNewsProps) {
  const t = useTranslations('office');
  const busy = {
    approved: t('pending.approving'),
    refused: t('pending.approving'),
    suspended: t('people.suspending'),
    renewed: t('people.renewing'),
  };
  const done = {
    approved: t('pending.approved', { name }),
    refused: t('pending.refused', { name }),
    suspended: t('people.suspended', { name }),
    renewed: t('people.renewed', { name }),
  };
  return <TaskNews task={task} busy={busy[what]} done={done[what]} />;
}
