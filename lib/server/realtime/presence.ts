import type { Server } from 'socket.io';
import type { Presence } from '#lib/protocol/team-events.ts';
import { mailboxRoom, memberRoom } from './effects.ts';
import { createRecentIds } from './recent-ids.ts';

/** Who is connected now. Known from the connections themselves and stored nowhere. */
export type PresenceView = {
  person(mailboxId: string): Presence;
  member(memberId: string): boolean;
  /** The quick exit was used: stays "left" although the connection only looks away. */
  markLeft(mailboxId: string): void;
};

export function createPresence(io: () => Server): PresenceView {
  const left = createRecentIds(10_000);
  const occupied = (namespace: string, room: string): boolean =>
    (io().of(namespace).adapter.rooms.get(room)?.size ?? 0) > 0;
  return {
    person(mailboxId) {
      if (left.has(mailboxId)) return 'left';
      return occupied('/help', mailboxRoom(mailboxId)) ? 'here' : 'away';
    },
    member: (memberId) => occupied('/team', memberRoom(memberId)),
    markLeft: (mailboxId) => left.add(mailboxId),
  };
}
