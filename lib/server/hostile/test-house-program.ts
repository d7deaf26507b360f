import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshot } from '../access/test-cast.ts';
import { ensureBuild } from '../build/ensure-build.ts';
import { createCounters } from '../counters.ts';
import { createServer } from '../create-server.ts';
import type { Database } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import type { ServerDeps } from '../deps.ts';
import { readEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { projectFolder, quietLibraries } from '../run.ts';
import { addGrounds } from './test-grounds.ts';
import type { HouseAnswers, HouseQuestion } from './test-house-process.ts';

// The whole server in a process of its own, as `main.ts` puts it together, with a door at the back for
// the hunt: what the database holds, what the log says, how much memory is in use.

const lines: string[] = [];
const failures: string[] = [];
for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(name, (error: unknown) => {
    failures.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
  });
}

const dataDir = mkdtempSync(join(tmpdir(), 'havre-hostile-'));
const templates = join(projectFolder, '.tmp');
mkdirSync(templates, { recursive: true });
const url = process.env.HOSTILE_DATABASE_URL;
const opened = await openDatabase(
  url === undefined
    ? { kind: 'embedded', dataDir, durable: false, templates }
    : { kind: 'postgres', url },
);
const environment = readEnv({ HOST: '127.0.0.1', PORT: '0', EXIT_URL_NL: '/away' });
if (!environment.ok) throw new Error('the environment is refused');
const counters = createCounters();
const log = createLog(
  (line) => lines.push(line),
  () => new Date(),
);
quietLibraries(log);
const deps: ServerDeps = {
  env: environment.env,
  kind: 'real',
  needsDuty: false,
  database: opened.database,
  log,
  counters,
  now: () => Date.now(),
  isStopping: () => false,
};
const build = await ensureBuild(projectFolder, null, () => undefined);
const server = await createServer(deps, projectFolder, build.name);
if (!server.listening.ok) throw new Error('no port');
const address = `http://127.0.0.1:${server.listening.port}`;

const answers: {
  [Q in keyof HouseAnswers]: (about: string) => Promise<HouseAnswers[Q]> | HouseAnswers[Q];
} = {
  grounds: async () => ({ address, ...(await addGrounds(opened.database)) }),
  snapshot: (organisationId) => snapshot(opened.database, organisationId),
  rows: () => readRows(opened.database),
  state: () => ({ lines: lines.splice(0), failures: failures.splice(0), counts: counters.drain() }),
  memory: () => {
    globalThis.gc?.();
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heapUsed, external };
  },
  async stop() {
    await server.stop();
    await opened.close();
    build.release();
    rmSync(dataDir, { recursive: true, force: true });
    return null;
  },
};

/** Whose every row is that refers to a mailbox. */
async function readRows(database: Database): Promise<HouseAnswers['rows']> {
  const mailboxes = await database.mailbox.findMany({
    select: { id: true, organisationId: true, leaseMemberId: true, state: true, checkpointN: true },
  });
  const frames = await database.frame.findMany({
    select: { id: true, mailboxId: true, direction: true },
  });
  const members = await database.member.findMany({ select: { id: true, organisationId: true } });
  return { mailboxes, frames, members };
}

process.on('message', async ({ id, question, about }: HouseQuestion) => {
  const answer = await answers[question](about);
  process.send?.({ id, answer }, () => {
    if (question === 'stop') process.exit(0);
  });
});
process.on('disconnect', () => process.exit(1));
process.send?.({ id: 0, answer: null });
