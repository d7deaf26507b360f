import { parentPort, workerData } from 'node:worker_threads';
import { demoOrganisations } from './demo-accounts.ts';
import {
  type NewDemo,
  prepareOrganisation,
  renewOrganisation,
  SeedFailed,
  seedDemoSignals,
  seedOrganisation,
} from './seed-organisation.ts';

/** Which organisation a thread makes, by its place in the list. */
export type SeedThreadData = { index: number };
/** Where the server listens, and what a new organisation is made of; null: it exists, renew it. */
export type SeedThreadOrder = { origin: string; newDemo: NewDemo | null };
/** Null when it is done, else a sentence for the operator. */
export type SeedThreadResult = { failed: string | null };

const { index }: SeedThreadData = workerData;
const demo = demoOrganisations[index];
if (!parentPort || !demo) throw new Error('not started as a thread of the seed');
const port = parentPort;

let renews = false;
const ordered = new Promise<SeedThreadOrder>((resolve) => {
  port.once('message', (order: SeedThreadOrder) => {
    renews = order.newDemo === null;
    resolve(order);
  });
});
const prepared = await prepareOrganisation(demo, () => !renews);
const { origin, newDemo } = await ordered;
let failed: string | null = null;
try {
  if (newDemo === null) await renewOrganisation(prepared, origin);
  else {
    await seedOrganisation(prepared, origin, newDemo);
    await seedDemoSignals(prepared, origin);
  }
} catch (error) {
  if (!(error instanceof SeedFailed)) throw error;
  failed = error.message;
}
const result: SeedThreadResult = { failed };
port.postMessage(result);
