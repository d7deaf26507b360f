import { perServer } from '../per-server.ts';
import { createPlaces } from '../places.ts';

/** A school or a shelter stays below it, and four of them are needed to fill a queue, five with the work. */
export const waitingPerPlace = 60;

/**
 * How many new chats of one place wait. Which chat came from which place is known while its page is
 * connected, as it is to the machine itself, and then forgotten: only the count of the place stays, until
 * its key goes within the hour (see [Note: Places]). So somebody who comes and goes gets no more in an hour.
 */
export type WaitingPlaces = {
  /**
   * Room for one more; null when the place has its share.
   * @param isHere whether its page is still connected: a page that went before its chat waits is not known either
   */
  reserve(address: string | null, isHere: () => boolean): Reserved | null;
  /** It was answered, or it ended: there is room for another one. */
  over(mailboxId: string): void;
  /** Its page is gone. */
  forget(mailboxId: string): void;
};

export type Reserved = {
  /** The chat waits. */
  keep(mailboxId: string): void;
  /** It came to nothing. */
  giveBack(): void;
};

export function createWaitingPlaces(now: () => number): WaitingPlaces {
  const places = createPlaces(waitingPerPlace, now);
  const leaves = new Map<string, () => void>();
  return {
    reserve(address, isHere) {
      if (places.isFull(address)) return null;
      const leave = places.enter(address);
      return {
        keep(mailboxId) {
          if (isHere()) leaves.set(mailboxId, leave);
        },
        giveBack: leave,
      };
    },
    over(mailboxId) {
      leaves.get(mailboxId)?.();
      leaves.delete(mailboxId);
    },
    forget: (mailboxId) => void leaves.delete(mailboxId),
  };
}

export const waitingPlacesOf = perServer((deps) => createWaitingPlaces(deps.now));
