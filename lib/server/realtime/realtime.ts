import type { Server } from 'socket.io';
import type { ServerDeps } from '../deps.ts';
import { perServer } from '../per-server.ts';
import type { Effect } from './effects.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { createPresence, type PresenceView } from './presence.ts';
import { createRecentIds, type RecentIds } from './recent-ids.ts';
import { createUntoldSteps, type UntoldSteps } from './untold.ts';

/** What handlers of routes and events share of the live connections. */
export type Realtime = {
  /** Called once, before the first request. */
  start(io: Server): void;
  presence: PresenceView;
  /** One mailbox after another, see [Note: Lanes]. Keys are mailbox ids. */
  lanes: Lanes;
  /** Frames of people that were confirmed and deleted: sent again, they are not delivered again. */
  confirmed: ConfirmedFrames;
  /** Mailboxes that were deleted a moment ago: a request that was late must not make one of them again. */
  deleted: RecentIds;
  /** Steps that may be stored and of which nobody was told yet, see [Note: Untold]. */
  untold: UntoldSteps;
  publish(effects: readonly Effect[]): void;
  /** Remembers work until it is done, so that a stop does not close the database under it. */
  track(work: Promise<unknown>): void;
  /** When somebody last sent anything, in ms; the start of the server if nobody has. Kept in memory only. */
  lastEvent(): number;
  /** Resolves when nothing tracked is left. */
  idle(): Promise<void>;
};

export type ConfirmedFrames = {
  add(mailboxId: string, frameIds: readonly string[]): void;
  has(mailboxId: string, frameId: string): boolean;
};

function createConfirmedFrames(): ConfirmedFrames {
  const ids = createRecentIds(20_000);
  return {
    add(mailboxId, frameIds) {
      for (const frameId of frameIds) ids.add(mailboxId + frameId);
    },
    has: (mailboxId, frameId) => ids.has(mailboxId + frameId),
  };
}

function carryOut(io: Server, effect: Effect): void {
  switch (effect.kind) {
    case 'fact':
      io.of(effect.namespace).to(effect.room).emit(effect.event, effect.about);
      return;
    case 'disconnect':
      io.of(effect.namespace).in(effect.room).disconnectSockets(true);
      return;
    case 'admit':
      io.of('/team').in(effect.room).socketsJoin(effect.to);
  }
}

function createRealtime({ now }: ServerDeps): Realtime {
  let server: Server | null = null;
  let lastEvent = now();
  const running = new Set<Promise<unknown>>();
  const io = (): Server => {
    if (server === null) throw new Error('the namespaces were used before they were registered');
    return server;
  };
  return {
    start(started) {
      server = started;
    },
    presence: createPresence(io, now),
    lanes: createLanes(),
    confirmed: createConfirmedFrames(),
    deleted: createRecentIds(1000),
    untold: createUntoldSteps(),
    publish(effects) {
      for (const effect of effects) carryOut(io(), effect);
    },
    lastEvent: () => lastEvent,
    track(work) {
      lastEvent = now();
      running.add(work);
      const done = () => running.delete(work);
      work.then(done, done);
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/** The live connections of a running server. */
export const realtimeOf = perServer(createRealtime);
