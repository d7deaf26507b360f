import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { again } from './again.ts';
import { appendAll } from './append.ts';
import { cutOff } from './cut-off.ts';
import { keepRenewed, renewedKeys } from './renewed-keys.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** Ends a member: they are cut off, for good. */
export const suspend = (session: TeamSession, member: MemberView): Promise<Changed> =>
  cutOff(session, member, (change) => session.portal.request('member:suspend', change));

/** Replaces all keys of the team without ending anybody: a vault may have been stolen while open. */
export const replaceTeamKeys = (session: TeamSession): Promise<Changed> =>
  again(session, () => replaceOnce(session));

async function replaceOnce(session: TeamSession): Promise<Changed> {
  const before = session.directory();
  const renewed = await renewedKeys(session, before);
  const appended = await appendAll(session, before.count, [renewed.others]);
  if (!appended.ok) return appended;
  const count = before.count + renewed.others.entries.length;
  return keepRenewed(session, renewed, count, renewed.epochs.parts);
}
