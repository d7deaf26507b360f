import { limits } from '#lib/protocol/limits.ts';
import type { StoredBytes } from '../credentials/tokens.ts';

export type MailboxState = 'waiting' | 'open' | 'closed';

/** Which way a frame goes, as stored. */
export const direction = { fromPerson: 0, fromCounsellor: 1 } as const;

/** A mailbox without anything that was written into it. */
export type Mailbox = {
  id: string;
  organisationId: string;
  tokenHash: StoredBytes;
  state: MailboxState;
  arrival: number;
  leaseMemberId: string | null;
  checkpointN: number;
};

/**
 * [Note: Behind] Whoever did not do the work that was asked for gets a number of arrival above this one, and
 * so stands behind all who did, on the desk's list and in the count. They are told no place: others may still
 * come in front of them, and a place that was announced never gets worse. Who did the work is only ever
 * preceded by who came before and did it too, so their place only gets better.
 */
export const firstBehind = 500_000_000;

/** How somebody comes into the queue: asked for no work, having done it, or without what was asked for. */
export type Standing = 'unasked' | 'solved' | 'behind';

/** Days until something is deleted (decision 8). */
export const keepDays = { unclaimed: 14, closed: limits.closedDays, abandoned: 0 } as const;
