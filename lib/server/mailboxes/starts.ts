import type { WorkOffer } from '#lib/protocol/account-routes.ts';
import type { StartWork } from '#lib/protocol/help-events.ts';
import { limits } from '#lib/protocol/limits.ts';
import { createWorkChallenges } from '../credentials/work-challenges.ts';
import { perServer } from '../per-server.ts';
import type { Standing } from './types.ts';

/** So many chats may start in a minute before any of them costs work (reading j). */
const freeStarts = 30;
/** What the first one beyond that is asked for, in bits, and how many more make it one bit harder. */
const firstBits = 12;
const startsABit = 15;
/** After a chat that was ended as abusive every new one is asked for so much, for so long. */
const slowBits = 14;
const slowMs = 10 * 60_000;
const slices = 6;
const sliceMs = 60_000 / slices;

/** Leading zero bits that a new chat is asked for, after so many others in a minute. */
export function workBits(starts: number): number {
  if (starts < freeStarts) return 0;
  const bits = firstBits + Math.floor((starts - freeStarts) / startsABit);
  return Math.min(limits.startWorkBits, bits);
}

/** Whether a new chat may wait, and where. `behind`: after all who did the work they were asked for. */
export type Admission = { kind: Standing } | { kind: 'asked'; offer: WorkOffer };

export type Starts = {
  /** @param work what came with the request; a solution is used up by this */
  admit(work: StartWork | null | undefined): Admission;
  /** For the places that only whoever works may have, also while few start. */
  offerLast(): WorkOffer;
  /** One more chat has started. */
  count(): void;
  /** Somebody abused a chat. Nobody can be blocked, since nobody is known: all are slower for a while. */
  slow(): void;
};

/** Counts the chats of a minute, ten seconds together and without whose they are. */
export function createStarts(now: () => number): Starts {
  const challenges = createWorkChallenges(now);
  let counts: { slice: number; starts: number }[] = [];
  let slowUntil = 0;

  function lastMinute(): number {
    const slice = Math.floor(now() / sliceMs);
    counts = counts.filter((one) => one.slice > slice - slices);
    return counts.reduce((sum, { starts }) => sum + starts, 0);
  }

  return {
    admit(work) {
      if (work && challenges.accept(work)) return { kind: 'solved' };
      const bits = Math.max(workBits(lastMinute()), now() < slowUntil ? slowBits : 0);
      if (bits === 0) return { kind: 'unasked' };
      if (work === null) return { kind: 'behind' };
      return { kind: 'asked', offer: challenges.offer(bits) };
    },
    offerLast: () => challenges.offer(limits.startWorkBits),
    count() {
      const slice = Math.floor(now() / sliceMs);
      const last = counts.at(-1);
      if (last?.slice === slice) last.starts += 1;
      else counts.push({ slice, starts: 1 });
    },
    slow() {
      slowUntil = now() + slowMs;
    },
  };
}

export const startsOf = perServer((deps) => createStarts(deps.now));
