import { sha256 } from '../credentials/tokens.ts';
import { perServer } from '../per-server.ts';
import { createRecentIds } from '../realtime/recent-ids.ts';

/**
 * Who left before their chat was there: the beacon of an exit may overtake the request that opens. That request
 * then opens nothing, or somebody would wait whom nobody can answer. In memory, the newest only, and as a hash:
 * a mailbox can be kept from opening by nobody but whoever holds its token.
 */
export type EarlyExits = {
  /** @param token 32 bytes */
  add(mailboxId: string, token: Uint8Array): void;
  has(mailboxId: string, token: Uint8Array): boolean;
};

export function createEarlyExits(capacity: number): EarlyExits {
  const exits = createRecentIds(capacity);
  const nameOf = (mailboxId: string, token: Uint8Array) =>
    mailboxId + Buffer.from(sha256(token)).toString('base64');
  return {
    add: (mailboxId, token) => exits.add(nameOf(mailboxId, token)),
    has: (mailboxId, token) => exits.has(nameOf(mailboxId, token)),
  };
}

export const earlyExitsOf = perServer(() => createEarlyExits(10_000));
