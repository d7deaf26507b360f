import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Newcomer } from '#lib/client/office/member-rows.ts';
import { useMembers } from '#lib/client/office/use-members.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import { approve } from '#lib/client/team/approve.ts';
import { suspend } from '#lib/client/team/suspend.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { Invite } from './invite.tsx';
import { NewcomerCard } from './newcomer-card.tsx';
import { People } from './people.tsx';
import { PeopleTable } from './people-table.tsx';
import { TaskNews } from './task-news.tsx';

type Done = { what: 'approved' | 'refused' | 'suspended'; name: string } | null;

/** People: what each press does. */
export function PeopleRoom({ session }: { session: TeamSession }) {
  const t = useTranslations('office');
  const members = useMembers(session);
  const canCertify = activeAdmin(session) !== null;
  const { task, run } = useTask<string>();
  const [done, setDone] = useState<Done>(null);

  async function change(what: NonNullable<Done>['what'], view: MemberView) {
    setDone({ what, name: view.displayName });
    await run(() => (what === 'approved' ? approve(session, view) : suspend(session, view)));
  }
  function doneText({ what, name }: NonNullable<Done>) {
    if (what === 'suspended') return t('people.suspended', { name });
    return what === 'approved' ? t('pending.approved', { name }) : t('pending.refused', { name });
  }
  const busy = task.kind === 'busy';
  const news = done ? (
    <TaskNews
      task={task}
      busy={done.what === 'suspended' ? t('people.suspending') : t('pending.approving')}
      done={doneText(done)}
    />
  ) : null;
  const card = (newcomer: Newcomer) => (
    <NewcomerCard
      key={newcomer.view.memberId}
      newcomer={newcomer}
      canCertify={canCertify}
      busy={busy}
      onApprove={() => void change('approved', newcomer.view)}
      onRefuse={() => void change('refused', newcomer.view)}
    />
  );
  return (
    <People
      members={members}
      canCertify={canCertify}
      news={news}
      newcomer={card}
      table={(rows) => (
        <PeopleTable
          members={rows}
          action={({ view, name: who, status, isSelf }) =>
            isSelf || status === 'suspended' || !canCertify ? null : (
              <ConfirmButton
                label={t('people.suspendShort')}
                name={t('people.suspend', { name: who })}
                question={t('people.suspendQuestion', { name: who })}
                confirm={t('people.suspendNow')}
                cancel={t('people.cancel')}
                busy={busy}
                onConfirm={() => void change('suspended', view)}
              />
            )
          }
        />
      )}
      invite={<Invite session={session} />}
    />
  );
}
