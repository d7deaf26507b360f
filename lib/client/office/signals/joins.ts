import {
  type JoinedSubject,
  MARK,
  openJoined,
  sealJoined,
} from '#lib/crypto/consent/joined-signals.ts';
import { fromHex, toHex } from '#lib/crypto/primitives/bytes.ts';
import type { MemberId } from '#lib/protocol/ids.ts';
import type { PatternApprovalView, PatternView } from '#lib/protocol/team/release-events.ts';
import { orNull } from '../../desk/or-null.ts';
import { releaseKeyOf } from '../../team/release-key.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { among, type Groups } from './same-people.ts';

/** An approval with what its member joined; null where that cannot be read here. */
export type OpenedApproval = PatternApprovalView & { groups: Groups | null };
export type OpenedPattern = Omit<PatternView, 'approvals'> & { approvals: OpenedApproval[] };

type ApprovalOf = { memberId: MemberId; quarter: string; contentHash: Uint8Array };

function subjectOf(session: TeamSession, approval: ApprovalOf): JoinedSubject {
  const { orgId } = session.vault().roots;
  const { memberId, quarter, contentHash } = approval;
  return { orgId, teamId: orgId, memberId: fromHex(memberId), quarter, contentHash };
}

/**
 * What this supervisor joined, sealed for the supervisors of this organisation to go with an approval.
 * @returns null while this browser does not hold the release key of today
 */
export function sealJoins(
  session: TeamSession,
  approval: Omit<ApprovalOf, 'memberId'>,
  groups: Groups,
): Uint8Array<ArrayBuffer> | null {
  const epoch = releaseKeyOf(session, session.now())?.epoch;
  const key = session.vault().releaseEpochs.find((one) => one.epoch === epoch);
  if (!key) return null;
  const subject = subjectOf(session, { ...approval, memberId: session.view.memberId });
  const marks = groups.map((group) => group.map(fromHex));
  return Uint8Array.from(sealJoined(key, subject, marks, session.random));
}

/**
 * Approvals with what their members joined, by the keys of the signals that are held now: what names another one
 * is left out.
 * @param keys of all signals of this organisation, see `OpenedSignal`
 */
export function openPatterns(
  session: TeamSession,
  patterns: readonly PatternView[],
  keys: readonly string[],
): OpenedPattern[] {
  const byMark = new Map(keys.map((key) => [key.slice(0, 2 * MARK), key]));
  const { releaseEpochs } = session.vault();
  const seedOf = (epoch: number) => releaseEpochs.find((one) => one.epoch === epoch)?.seed;
  const groupsOf = (quarter: string, { memberId, contentHash, joined }: PatternApprovalView) =>
    joined &&
    orNull(() => {
      const subject = subjectOf(session, { memberId, quarter, contentHash });
      const opened = openJoined(seedOf, subject, joined);
      const named = opened.map((group) => group.map((mark) => byMark.get(toHex(mark)) ?? ''));
      return among(named, (key) => key !== '');
    });
  return patterns.map(({ quarter, approvals }) => ({
    quarter,
    approvals: approvals.map((one) => ({ ...one, groups: groupsOf(quarter, one) })),
  }));
}
