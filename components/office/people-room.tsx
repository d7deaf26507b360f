import { useTranslations } from 'next-intl';
import type { Newcomer } from '#lib/client/office/member-rows.ts';
import { type PeopleAct, usePeople } from '#lib/client/office/use-people.ts';
import type { Task } from '#lib/client/office/use-task.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { Invite } from './invite.tsx';
import { MemberActions } from './member-actions.tsx';
import { NewcomerCard } from './newcomer-card.tsx';
import { type Link, OneTimeLink } from './one-time-link.tsx';
import { People } from './people.tsx';
import { PeopleTable } from './people-table.tsx';
import { TaskNews } from './task-news.tsx';

/** People: what each press does. */
export function PeopleRoom({ session }: { session: TeamSession }) {
  const { members, task, done, link, act, forgetLink } = usePeople(session);
  const canCertify = activeAdmin(session) !== null;
  const busy = task.kind === 'busy';
  const card = (newcomer: Newcomer) => (
    <NewcomerCard
      key={newcomer.view.memberId}
      newcomer={newcomer}
      canCertify={canCertify}
      busy={busy}
      onApprove={() => void act('approved', newcomer.view)}
      onRefuse={() => void act('refused', newcomer.view)}
      onRenew={() => void act('renewed', newcomer.view)}
    />
  );
  return (
    <People
      members={members}
      canCertify={canCertify}
      news={done ? <PeopleNews task={task} done={done} link={link} /> : null}
      newcomer={card}
      table={(rows) => (
        <PeopleTable
          members={rows}
          action={(member) =>
            member.isSelf || member.status === 'suspended' || !canCertify ? null : (
              <MemberActions
                member={member}
                busy={busy}
                onRenew={() => void act('renewed', member.view)}
                onSuspend={() => void act('suspended', member.view)}
              />
            )
          }
        />
      )}
      invite={<Invite session={session} onWithdrawn={forgetLink} />}
    />
  );
}

type PeopleNewsProps = {
  task: Task<string>;
  done: { what: PeopleAct; name: string };
  link: Link | null;
};

/** What became of the last press, and the link that came of it. */
function PeopleNews({ task, done: { what, name }, link }: PeopleNewsProps) {
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
  return (
    <>
      <TaskNews task={task} busy={busy[what]} done={done[what]} />
      {link ? (
        <OneTimeLink
          key={link.address}
          link={link}
          label={t('people.renewLink', { name })}
          takesFocus
        />
      ) : null}
    </>
  );
}
