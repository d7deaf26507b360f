import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCounters } from '#lib/server/counters.ts';
import { createServer, type RunningServer } from '#lib/server/create-server.ts';
import { dayOf } from '#lib/server/days.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { DatabasePlace, OpenedDatabase } from '#lib/server/db/open-database.ts';
import type { ServerDeps } from '#lib/server/deps.ts';
import { readEnv } from '#lib/server/env.ts';
import { createLog } from '#lib/server/log.ts';
import { addInstallation, addMember, addOrganisation } from '#lib/server/realtime/test-people.ts';
import { erasureOf } from '#lib/server/retention/erasure.ts';
import { sweep } from '#lib/server/retention/sweep.ts';
import { serveTasks } from './process.ts';
import { addArchive, liveADay, readSizes } from './rows.ts';

// The real server (create-server.ts with all its nouns) in a process of its own.

/** Members of one organisation: a small team each, as they are. */
const teamSize = 10;
/**
 * The budget of a connection is made for a person's hands, and a hundred of them write as fast as they
 * can here: the server's clock runs so many times faster, and with it what a budget gives each second.
 */
const clockSpeed = 20;

/** `erases`: what was deleted is taken off the disk, as on any server. */
export type HouseRequest = { build: string; erases: boolean } & (
  | { kind: 'postgres'; url: string }
  | { kind: 'embedded'; dataDir: string }
);

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const startedAt = Date.now();
let ahead = 0;
let house: { opened: OpenedDatabase; deps: ServerDeps; server: RunningServer } | null = null;
let team = { organisationId: '', members: 0 };

const now = (): number => startedAt + (Date.now() - startedAt) * clockSpeed + ahead;

function running() {
  if (house === null) throw new Error('the server was not started');
  return house;
}

function makeDeps(database: Database): ServerDeps {
  const environment = readEnv({ PORT: '0' });
  if (!environment.ok) throw new Error('the default environment is refused');
  return {
    env: { ...environment.env, port: 0 },
    kind: 'real',
    needsDuty: false,
    database,
    log: createLog(
      () => undefined,
      () => new Date(),
    ),
    counters: createCounters(),
    now,
    isStopping: () => false,
  };
}

function placeOf(request: HouseRequest): DatabasePlace {
  if (request.kind === 'postgres') return { kind: 'postgres', url: request.url };
  const templates = join(projectFolder, '.next');
  return { kind: 'embedded', dataDir: request.dataDir, durable: true, templates };
}

const tasks = {
  async start(request: HouseRequest): Promise<string> {
    const { openDatabase } = await import('#lib/server/db/open-database.ts');
    const opened = await openDatabase(placeOf(request));
    await addInstallation(opened.database);
    const deps = makeDeps(opened.database);
    // By this clock three silent seconds are a quiet minute, and a VACUUM FULL would begin right before a load.
    if (!request.erases) erasureOf(deps).look = async () => false;
    const server = await createServer(deps, projectFolder, request.build);
    if (!server.listening.ok) throw new Error(server.listening.code);
    house = { opened, deps, server };
    return `http://127.0.0.1:${server.listening.port}`;
  },
  /** @returns cookies of so many new members, in teams of ten */
  async addDesks(count: number): Promise<string[]> {
    const { database } = running().deps;
    const cookies: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const isNewTeam = team.members % teamSize === 0;
      if (isNewTeam) team = { organisationId: await addOrganisation(database), members: 0 };
      team.members += 1;
      const member = await addMember(database, team.organisationId);
      cookies.push(`${team.organisationId} ${member.cookie}`);
    }
    return cookies;
  },
  /** Resident bytes after everything that can be collected was. */
  async residentBytes(): Promise<number> {
    for (let i = 0; i < 4; i += 1) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return process.memoryUsage.rss();
  },
  /** Processor time of this process so far, microseconds; the embedded database's is in it. */
  processorTime(): number {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  addArchive: (rows: number) => addArchive(running().deps.database, rows),
  /** A day of use, then midnight, its sweep, and a quiet minute that takes it off the disk. @returns sizes in bytes */
  async liveADay(chats: number) {
    const { deps } = running();
    await liveADay(deps.database, dayOf(now()), chats);
    ahead += 24 * 3600 * 1000;
    await sweep(deps);
    await erasureOf(deps).look();
    return readSizes(deps.database);
  },
  readSizes: () => readSizes(running().deps.database),
};
export type HouseTasks = typeof tasks;

serveTasks(tasks, async () => {
  if (house === null) return;
  await house.server.stop();
  await house.opened.close();
});
