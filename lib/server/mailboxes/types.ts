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

/** Days until something is deleted (decision 8). */
export const keepDays = { unclaimed: 14, closed: limits.closedDays, abandoned: 0 } as const;
