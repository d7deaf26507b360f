import { perServer } from '../per-server.ts';

/** How many names one link may be asked about. Whoever sets up an account tries a few; whoever wants to know who works here, many. */
const mostLooks = 12;

/**
 * Counts how often a link was used to ask whether a sign-in name is free. In memory, for links that exist: a
 * restart gives a few more.
 */
export function createNameLooks() {
  const looks = new Map<string, number>();
  return {
    /** @returns false when this link has asked often enough */
    mayLook(tokenHash: string): boolean {
      const count = (looks.get(tokenHash) ?? 0) + 1;
      looks.set(tokenHash, count);
      return count <= mostLooks;
    },
  };
}

/** The looks that a running server has counted. */
export const nameLooksOf = perServer(() => createNameLooks());
