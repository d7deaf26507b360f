import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPostgres, startPostgres } from '#lib/server/db/test-postgres.ts';
import { type Disturbances, disturb, type Result } from './kills/disturb.ts';
import { fill, type HouseOptions, openHouse } from './kills/house.ts';
import { impatient } from './kills/impatient.ts';
import { SHORT_PATIENCE_MS } from './kills/patience.ts';
import type { Weakness } from './kills/story.ts';

// `tsx e2e/kills.ts --kills 100 --cuts 100 [--restarts 10] [--postgres [--database-kills 10]] [--prove]`: both sides of a chat
// write without a pause while the server or its PostgreSQL is killed or the line is cut; then every message must stand exactly
// once, in order, on both screens and in the store. With `--prove` two weakened copies run as well, and their
// faults must be found. The last line is one JSON object; non-zero when anything was wrong.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    cuts: { type: 'string', default: '10' },
    restarts: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
    'database-kills': { type: 'string', default: '0' },
    prove: { type: 'boolean', default: false },
  },
});

const bin = values.postgres ? findPostgres() : null;
if (values.postgres && bin === null) throw new Error('no PostgreSQL is installed');
// Durable: what it confirmed must be there when it was killed.
const postgres = bin === null ? null : await startPostgres(bin, undefined, true);
const env: Record<string, string> = postgres
  ? { DATABASE_URL: await postgres.createDatabase(), DEMO_DATABASE: 'yes' }
  : { DATABASE_URL: '' };
const killDatabase = async () => {
  await postgres?.kill();
  await postgres?.startAgain();
};
const dataDir = mkdtempSync(join(tmpdir(), 'havre-kills-'));
const started = performance.now();
const port = await fill({ dataDir, env });

async function run(
  program: HouseOptions['program'],
  wanted: Disturbances,
  weakness: Weakness = {},
): Promise<Result> {
  const house = { ...(await openHouse({ dataDir, env, program }, port)), killDatabase };
  const result = await disturb(house, wanted, weakness);
  await house.end();
  return result;
}

const result = await run('server', {
  kills: Number(values.kills),
  cuts: Number(values.cuts),
  restarts: Number(values.restarts),
  databaseKills: postgres ? Number(values['database-kills']) : 0,
});
const { faults, ...counts } = result;
const wrong = Object.values(faults).reduce(
  (sum, count) => sum + count,
  counts.notices + counts.wrongPresence,
);

/** What the check finds where something is wrong on purpose. */
async function prove(): Promise<{ hasty: number; impatient: number }> {
  const patienceMs = SHORT_PATIENCE_MS;
  const hasty = await run(
    'hasty-server',
    { kills: 4, cuts: 0, restarts: 0, databaseKills: 0 },
    { patienceMs },
  );
  const twice = await run(
    'server',
    { kills: 0, cuts: 3, restarts: 0, databaseKills: 0 },
    { personSays: impatient(), patienceMs },
  );
  return { hasty: hasty.faults.sentButNotStored, impatient: twice.faults.doubled };
}

const proof = values.prove ? await prove() : null;
await postgres?.stop();
rmSync(dataDir, { recursive: true, force: true });
process.stdout.write(
  `${JSON.stringify({
    ...counts,
    ...faults,
    ...(proof ? { foundInWeakened: proof } : {}),
    database: values.postgres ? 'postgres' : 'embedded',
    node: process.version,
    seconds: Math.round((performance.now() - started) / 1000),
  })}\n`,
);
const proven = proof === null || (proof.hasty > 0 && proof.impatient > 0);
process.exitCode = wrong > 0 || !proven ? 1 : 0;
