import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { newcomerOf } from '../team/approve.ts';
import { type FiveWords, fiveWords } from '../team/five-words.ts';
import { roleBits } from '../team/session-facts.ts';
import type { TeamSession } from '../team/team-session.ts';
import { lastDayOf } from './key-facts.ts';

export type Role = 'counsellor' | 'supervisor';

/** A member as the office lists them. */
export type MemberRow = {
  view: MemberView;
  name: string;
  loginName: string;
  role: Role;
  status: 'active' | 'renewing' | 'suspended';
  /** Last day of the certificate, in days since 1970; null when the directory has none. */
  until: number | null;
  isSelf: boolean;
};

/** Somebody who waits for approval; no words when their keys make no sense. */
export type Newcomer = {
  view: MemberView;
  name: string;
  loginName: string;
  role: Role;
  words: FiveWords | null;
};

export type MemberLists = { members: readonly MemberRow[]; newcomers: readonly Newcomer[] };

const roleOf = (roles: number): Role =>
  (roles & roleBits.supervisor) === 0 ? 'counsellor' : 'supervisor';

/** Sorts what the server lists into members and newcomers. Certificates come from the directory. */
export function memberLists(
  session: TeamSession,
  { devices, revokedDevices }: Directory,
  views: readonly MemberView[],
): MemberLists {
  const members: MemberRow[] = [];
  const newcomers: Newcomer[] = [];
  for (const view of views) {
    const known = newcomerOf(session, view)?.identity ?? null;
    const common = {
      view,
      name: view.displayName,
      loginName: view.loginName,
      role: roleOf(view.roles),
    };
    if (view.status === 'pending') {
      const words = known ? fiveWords(known, session.vault().roots) : null;
      newcomers.push({ ...common, words });
      continue;
    }
    const id = known ? toHex(known.counsellor.deviceId) : '';
    const cert = revokedDevices.has(id) ? undefined : devices.get(id);
    const until = cert ? lastDayOf(cert) : null;
    const isSelf = view.memberId === session.view.memberId;
    members.push({ ...common, status: view.status, until, isSelf });
  }
  return { members, newcomers };
}
