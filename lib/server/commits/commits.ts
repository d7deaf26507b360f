import { perServer } from '../per-server.ts';
import { type Batches, createBatches } from './batches.ts';
import { commitGroup } from './commit-group.ts';
import type { Outcome, Write } from './types.ts';

export type Commits = Batches<Write, Outcome>;

/** Where writes of conversations go: `ask` answers after the commit of the group they were in. */
export const commitsOf = perServer<Commits>((deps) =>
  createBatches((writes) => commitGroup(deps.database, writes)),
);
