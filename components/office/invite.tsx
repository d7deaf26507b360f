import { useState } from 'react';
import { useInvitations } from '#lib/client/office/use-invitations.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { InvitationView } from '#lib/protocol/team/member-events.ts';
import { InviteForm } from './invite-form.tsx';
import type { Link } from './one-time-link.tsx';
import { OpenLinks } from './open-links.tsx';
import { TaskNews } from './task-news.tsx';

type InviteProps = {
  session: TeamSession;
  /** A link is worthless now: of this member who begins anew, or an invitation. */
  onWithdrawn: (renews: string | null) => void;
};

/** Lets somebody in: makes links, and takes back those that nobody used. */
export function Invite({ session, onWithdrawn }: InviteProps) {
  const { task, run } = useTask<string>();
  const [link, setLink] = useState<Link | null>(null);
  const { open, again } = useInvitations(session);
  const invite = (roles: 1 | 3) =>
    run(async () => {
      const answer = await session.portal.request('member:invite', { roles });
      if (!answer.ok) return answer;
      const address = `${location.origin}/join/${answer.token}`;
      setLink({ address, expiresDay: answer.expiresDay });
      await again();
      return { ok: true };
    });
  const withdraw = ({ id, renews }: InvitationView) =>
    run(async () => {
      const answer = await session.portal.request('invitation:withdraw', {
        id: Uint8Array.from(id),
      });
      if (!answer.ok) return answer;
      // It may be the one on the screen, which nobody should hand on any more.
      setLink(null);
      onWithdrawn(renews);
      await again();
      return { ok: true };
    });
  return (
    <InviteForm
      open={
        <OpenLinks
          links={open}
          busy={task.kind === 'busy'}
          onWithdraw={(one) => void withdraw(one)}
        />
      }
      link={link}
      busy={task.kind === 'busy'}
      news={<TaskNews task={task} busy="" done="" />}
      onInvite={(role) => void invite(role === 'counsellor' ? 1 : 3)}
    />
  );
}
