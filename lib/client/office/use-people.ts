import { useState } from 'react';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { approve } from '../team/approve.ts';
import { renewMember } from '../team/renew-member.ts';
import { suspend } from '../team/suspend.ts';
import type { TeamSession } from '../team/team-session.ts';
import { useMembers } from './use-members.ts';
import { useTask } from './use-task.ts';

export type PeopleAct = 'approved' | 'refused' | 'suspended' | 'renewed';

type RenewalLink = { address: string; expiresDay: number; memberId: string };

/** People: who they are, and what a supervisor does about them, one thing at a time. */
export function usePeople(session: TeamSession) {
  const members = useMembers(session);
  const { task, run, clear } = useTask<string>();
  const [done, setDone] = useState<{ what: PeopleAct; name: string } | null>(null);
  const [link, setLink] = useState<RenewalLink | null>(null);

  async function renew(view: MemberView) {
    const made = await renewMember(session, view);
    if (!made.ok) return made;
    const { token, expiresDay } = made;
    setLink({ address: `${location.origin}/renew/${token}`, expiresDay, memberId: view.memberId });
    return { ok: true } as const;
  }
  async function act(what: PeopleAct, view: MemberView) {
    setDone({ what, name: view.displayName });
    setLink(null);
    await run(() => {
      if (what === 'approved') return approve(session, view);
      return what === 'renewed' ? renew(view) : suspend(session, view);
    });
  }
  /** @param renews work name of whose link was taken back */
  function forgetLink(renews: string | null) {
    if (link === null || done?.name !== renews) return;
    setLink(null);
    setDone(null);
    clear();
  }
  // Once the member used it, what is said of it is about a link that is worth nothing.
  const isUsed =
    link !== null &&
    members.kind === 'ready' &&
    members.newcomers.some(({ view }) => view.memberId === link.memberId);
  return { members, task, done: isUsed ? null : done, link: isUsed ? null : link, act, forgetLink };
}
