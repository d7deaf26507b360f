import { type Batches, createBatches } from '../commits/batches.ts';
import type { StoredBytes } from '../credentials/tokens.ts';
import { perServer } from '../per-server.ts';
import { findActors } from './data.ts';
import type { Actor } from './types.ts';

/**
 * Who holds a session, asked of the database at every event: nothing is remembered, so that a suspended
 * member's next event is refused. What many desks send at one time is asked together.
 */
export const actorsOf = perServer<Batches<StoredBytes, Actor | null>>((deps) =>
  createBatches(async (hashes) => {
    const actors = await findActors(deps.database, hashes, deps.now());
    return actors.map((reply) => ({ reply }));
  }),
);
