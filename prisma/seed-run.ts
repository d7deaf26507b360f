import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type NewRoots, newRoots } from '#lib/client/team/first-keys.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { z } from '#lib/protocol/zod.ts';
import { startTypeScriptWorker } from '#lib/server/typescript-worker.ts';
import { demoOrganisations } from './demo-accounts.ts';
import type {
  SeedThreadData,
  SeedThreadOrder,
  SeedThreadResult,
} from './seed-organisation.worker.ts';
import { demoTerms, makeDemoUnits } from './seed-units.ts';

/**
 * What the demo's start tells its seed, as one line of JSON: where the server listens, and one set-up
 * token for each demo organisation in order; none at all means that the organisations exist and only
 * their certificates and epochs are to be renewed.
 */
const order = z.strictObject({
  origin: z.string(),
  tokens: z.array(z.string()),
  dataFolder: z.string(),
});
export type SeedOrder = z.infer<typeof order>;

/**
 * Seeds or renews a demo, each organisation in a thread of its own: deriving passwords and making keys
 * is arithmetic, and it begins before the order is here.
 * @param say one sentence for the operator, for each organisation that failed
 * @returns the exit code
 */
export async function runSeed(input: Readable, say: (line: string) => void): Promise<number> {
  const threads = demoOrganisations.map((_, index) => startThread({ index }));
  try {
    const { origin, tokens, dataFolder } = await readOrder(input);
    const units = tokens.length > 0 ? await makeDemoUnits(dataFolder, Date.now()) : [];
    const made = demoOrganisations.map(() => newRoots(1, 1, systemRandom));
    // The first is the desk of all: alone, none has signals enough for a pattern release.
    const desk = made[0] ? toHex(made[0].roots.orgId) : null;
    const signals = demoTerms(units, desk);
    const results = await Promise.all(
      threads.map((thread, i) =>
        thread.run({ origin, newDemo: newDemoOf(tokens[i], made[i], signals) }),
      ),
    );
    const failures = results.flatMap(({ failed }) => (failed === null ? [] : [failed]));
    for (const failure of failures) say(failure);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

function newDemoOf(
  token: string | undefined,
  roots: NewRoots | undefined,
  signals: SignalTerms,
): SeedThreadOrder['newDemo'] {
  return token === undefined || roots === undefined ? null : { token, roots, signals };
}

function startThread(workerData: SeedThreadData) {
  const file = new URL('./seed-organisation.worker.ts', import.meta.url);
  const thread = startTypeScriptWorker(file, { workerData });
  const broken = new Promise<never>((_, reject) => thread.once('error', reject));
  return {
    run(threadOrder: SeedThreadOrder): Promise<SeedThreadResult> {
      thread.postMessage(threadOrder);
      const done = new Promise<SeedThreadResult>((resolve) => thread.once('message', resolve));
      return Promise.race([done, broken]);
    },
    end: () => thread.terminate(),
  };
}

async function readOrder(input: Readable): Promise<SeedOrder> {
  for await (const line of createInterface({ input })) {
    const parsed = order.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
  }
  throw new Error('the seed got no order');
}
