import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from '#lib/protocol/zod.ts';
import { demoOrganisations } from './demo-accounts.ts';
import {
  prepareOrganisation,
  renewOrganisation,
  SeedFailed,
  seedOrganisation,
} from './seed-organisation.ts';
import { startSeedWork } from './seed-work.ts';

/**
 * What the demo's start tells its seed, as one line of JSON: where the server listens, and one set-up
 * token for each demo organisation in order; none at all means that the organisations exist and only
 * their certificates and epochs are to be renewed.
 */
const order = z.strictObject({ origin: z.string(), tokens: z.array(z.string()) });
export type SeedOrder = z.infer<typeof order>;

/**
 * Seeds or renews a demo.
 * @param say one sentence for the operator, in case it fails
 * @returns the exit code
 */
export async function runSeed(input: Readable, say: (line: string) => void): Promise<number> {
  const { work, close } = startSeedWork();
  try {
    // Before the order is here: passwords take longer than the server's start.
    const prepared = demoOrganisations.map((demo) => prepareOrganisation(demo, work));
    const { origin, tokens } = await readOrder(input);
    const context = { origin, work };
    if (tokens.length === 0) {
      await Promise.all(demoOrganisations.map((demo) => renewOrganisation(context, demo)));
      return 0;
    }
    await Promise.all(prepared.map((one, i) => seedOrganisation(context, one, tokens[i] ?? '')));
    return 0;
  } catch (error) {
    if (!(error instanceof SeedFailed)) throw error;
    say(error.message);
    return 1;
  } finally {
    await close();
  }
}

async function readOrder(input: Readable): Promise<SeedOrder> {
  for await (const line of createInterface({ input })) {
    const parsed = order.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
  }
  throw new SeedFailed('The demo could not be made: its seed got no order.');
}
