import type { Server } from 'socket.io';
import type { Presence } from '#lib/protocol/team/conversation-events.ts';
import { mailboxRoom, memberRoom } from './effects.ts';
import { createRecentIds } from './recent-ids.ts';

/** Who is connected now. Known from the connections themselves and stored nowhere. */
export type PresenceView = {
  person(mailboxId: string): Presence;
  member(memberId: string): boolean;
  /** The quick exit was used: stays "left" although the connection only looks away. */
  markLeft(mailboxId: string): void;
  /** They have connected since the start of the server. */
  markSeen(mailboxId: string): void;
};

/** After a restart everybody has so long to come back before anything is said of their absence, in ms. */
export const graceMilliseconds = 30_000;

/** Whether that time still runs; a clock that was set back does not make it longer. */
export const isComingBack = (started: number, now: number): boolean =>
  now >= started && now - started < graceMilliseconds;

/** @param now ms since 1970 */
export function createPresence(io: () => Server, now: () => number): PresenceView {
  const left = createRecentIds(10_000);
  const started = now();
  const seen = new Set<string>();
  const mayComeBack = (mailboxId: string): boolean =>
    isComingBack(started, now()) && !seen.has(mailboxId);
  const occupied = (namespace: string, room: string): boolean =>
    (io().of(namespace).adapter.rooms.get(room)?.size ?? 0) > 0;
  return {
    person(mailboxId) {
      if (left.has(mailboxId)) return 'left';
      if (occupied('/help', mailboxRoom(mailboxId))) return 'here';
      return mayComeBack(mailboxId) ? 'unknown' : 'away';
    },
    member: (memberId) => occupied('/team', memberRoom(memberId)),
    markLeft: (mailboxId) => left.add(mailboxId),
    markSeen(mailboxId) {
      if (isComingBack(started, now())) seen.add(mailboxId);
      else seen.clear();
    },
  };
}
