import type { Code, Refused } from '#lib/protocol/codes.ts';

/** One thing on its way: the same request each time, until the server has answered it. */
export type Parcel<Answer extends { ok: true }> = {
  send: () => Promise<Answer | Refused>;
  stored: (answer: Answer) => void;
  /** The server will never take it. */
  refused: (code: Code) => void;
  /** The chat is over before the server answered: done in another way, or said to be undone. */
  orElse?: () => void;
};

export type Outbox = {
  /** Last in the queue; resent by itself. */
  add: <Answer extends { ok: true }>(parcel: Parcel<Answer>) => void;
  /** The connection speaks for the mailbox (or stops doing so): go on (or wait). */
  setReady: (ready: boolean) => void;
  /** What becomes of that which was not answered when the chat is over. */
  leftovers: () => (() => void)[];
  /** Drops everything, for good. */
  stop: () => void;
};

export type OutboxMeans = {
  later: (ms: number, run: () => void) => () => void;
  /** The server no longer knows whom this connection speaks for. */
  onDetached: () => void;
  /** Nothing goes out although the server answers, as when too much waits to be read; false: it does again. */
  onStuck: (stuck: boolean) => void;
};

/** How long to wait before the same parcel goes again while the connection stands, in ms. */
export const AGAIN_MS = 1000;
/** After so many times, and so many seconds, it is said; whoever writes fast waits for less. */
const STUCK_AFTER = 4;
/** Refusals that are none: the same is asked again. */
export const passing: readonly Code[] = ['unavailable', 'too_many', 'slow_down'];

/** Sends one parcel at a time, in order. */
export function createOutbox({ later, onDetached, onStuck }: OutboxMeans): Outbox {
  // `any` of the answers: each parcel takes back exactly what its own `send` gave.
  const queue: Parcel<never>[] = [];
  let ready = false;
  let running = false;
  let stopped = false;
  let refusals = 0;
  let cancel = () => {};

  /** The first one is answered for good. */
  function drop(): void {
    queue.shift();
    if (refusals >= STUCK_AFTER) onStuck(false);
    refusals = 0;
  }

  function settle(parcel: Parcel<never>, answer: { ok: true } | Refused): boolean {
    if (answer.ok) {
      drop();
      parcel.stored(answer as never);
      return true;
    }
    if (answer.code === 'not_attached') {
      ready = false;
      onDetached();
      return false;
    }
    if (passing.includes(answer.code)) {
      refusals += 1;
      // Each time: a connection that came back in between says that all is well.
      if (refusals >= STUCK_AFTER) onStuck(true);
      cancel = later(AGAIN_MS, wake);
      return false;
    }
    drop();
    parcel.refused(answer.code);
    return true;
  }

  async function run(): Promise<void> {
    running = true;
    try {
      for (;;) {
        const parcel = queue[0];
        if (!parcel || !ready || stopped) break;
        const answer = await parcel.send();
        if (stopped || !settle(parcel, answer)) break;
      }
    } catch {
      // An answer that nobody can read is as good as none: what is said next must not wait for ever.
      cancel = later(AGAIN_MS, wake);
    }
    running = false;
  }

  function wake(): void {
    if (!running && !stopped) void run();
  }

  return {
    add(parcel) {
      queue.push(parcel as unknown as Parcel<never>);
      wake();
    },
    setReady(next) {
      ready = next;
      if (ready) wake();
    },
    leftovers: () => queue.flatMap(({ orElse }) => orElse ?? []),
    stop() {
      stopped = true;
      queue.length = 0;
      cancel();
    },
  };
}
