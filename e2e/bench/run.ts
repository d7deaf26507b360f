import { fileURLToPath } from 'node:url';
import { ensureBuild } from '#lib/server/build/ensure-build.ts';
import { generateClient } from '#lib/server/db/generate-client.ts';
import { checkpointBytes, frameBytes } from './bodies.ts';
import type { ClientTasks } from './clients-process.ts';
import { openStreet } from './house.ts';
import { describeMachine, describeVersions } from './machine.ts';
import { type DatabaseName, databases, type Plan, readPlan } from './options.ts';
import { type Figures, measureParts } from './parts.ts';
import { startProcess } from './process.ts';
import type { RelayTasks } from './relay-process.ts';
import { archiveBytes } from './rows.ts';

// `npm run bench`: how fast the server is beside a bare relay, on both databases. The last line is one
// JSON object. Ends 0 when everything that was asked for was measured and nothing was lost or doubled.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const read = readPlan(process.argv.slice(2));
  if (!read.ok) throw new Error(read.problem);
  const { plan } = read;
  await generateClient(() => say('Making the database client.'));
  const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const build = await ensureBuild(projectFolder, null, say);
  const relay = startProcess<RelayTasks>('./relay-process.ts');
  const clients = startProcess<ClientTasks>('./clients-process.ts');
  try {
    const address = await relay.ask('address', undefined);
    await clients.ask('openRelayPairs', { address, count: plan.pairs });
    const found: Record<DatabaseName, Figures | null> = { postgres: null, embedded: null };
    for (const name of databases) {
      if (plan.databases.has(name)) found[name] = await measureOn(name, plan, clients, build.name);
    }
    const load = { pairs: plan.pairs, inFlight: 8, frameBytes, checkpointBytes, archiveBytes };
    const askedAgain = await clients.ask('askedAgain', undefined);
    say(`asked again after "unavailable": ${askedAgain} times`);
    const about = { machine: describeMachine(), versions: describeVersions(), load, askedAgain };
    say(JSON.stringify({ ...found, ...about }));
  } finally {
    await Promise.all([clients.end(), relay.end()]);
    build.release();
  }
}

async function measureOn(
  name: DatabaseName,
  plan: Plan,
  clients: ReturnType<typeof startProcess<ClientTasks>>,
  build: string,
): Promise<Figures> {
  const street = await openStreet(name, build);
  if (street === null) throw new Error('PostgreSQL is not installed here; see --database.');
  say(name);
  try {
    return await measureParts({ plan, street, clients, say });
  } finally {
    await street.close();
  }
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
