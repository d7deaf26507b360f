import { perServer } from '../per-server.ts';

/**
 * How many consents each chat has registered, the newest chats only, in memory: what is registered stays for more
 * than a year and names no chat, so nothing else would stop one that registers without end.
 */
export type RegisteredCounts = {
  of(mailboxId: string): number;
  add(mailboxId: string): void;
};

/** @param capacity beyond it the chat that was quiet for longest is forgotten */
export function createRegisteredCounts(capacity: number): RegisteredCounts {
  const counts = new Map<string, number>();
  const of = (mailboxId: string) => counts.get(mailboxId) ?? 0;
  return {
    of,
    add(mailboxId) {
      const count = of(mailboxId) + 1;
      counts.delete(mailboxId);
      counts.set(mailboxId, count);
      if (counts.size <= capacity) return;
      for (const quietest of counts.keys()) {
        counts.delete(quietest);
        return;
      }
    },
  };
}

export const registeredCountsOf = perServer(() => createRegisteredCounts(10_000));
