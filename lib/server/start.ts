import { join, resolve } from 'node:path';
import { ensureBuild } from './build/ensure-build.ts';
import { readRootsFile } from './build/roots-file.ts';
import { createCounters } from './counters.ts';
import { generateClient } from './db/generate-client.ts';
import type { ServerDeps } from './deps.ts';
import { isLoopback, type ServerEnv } from './env.ts';
import { takeFolderLock } from './folder-lock.ts';
import { countByTheHour } from './hourly.ts';
import type { Log } from './log.ts';
import type { StartProblem } from './start-problems.ts';
import { requiredTextProblems } from './texts/required-texts.ts';
import { textWarnings } from './texts/text-warnings.ts';

export type StartOptions = {
  projectFolder: string;
  env: ServerEnv;
  kind: 'real' | 'demo';
  log: Log;
  /** Gets a line for the person at the keyboard while something takes long. */
  report(line: string): void;
};

export type Started = {
  /** `http://127.0.0.1:3000`, where this process listens. */
  address: string;
  /** Absolute path of `DATA_DIR`. */
  dataFolder: string;
  /** Lines of the features for the operator. */
  lines: string[];
  /** Set-up tokens for the organisations that a new demo lacks; none on a filled one. */
  demoSetUpTokens(): Promise<string[]>;
  /** Called when the database died: nothing can be stored, so the process must end. */
  onCrash(listener: (error: Error) => void): void;
  stop(): Promise<void>;
};

export type StartResult = { ok: true; started: Started } | { ok: false; problem: StartProblem };

/** From nothing to a server that answers. What was opened is closed again when a later step fails. */
export async function start(options: StartOptions): Promise<StartResult> {
  const { env, kind } = options;
  const refused = refuseBeforeStart(env, kind) ?? refuseTexts(options);
  if (refused !== null) return { ok: false, problem: refused };
  const undo: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const result = await openHouse(options, undo);
    if (!result.ok) await stop();
    return result.ok ? { ok: true, started: { ...result.started, stop } } : result;
  } catch (error) {
    await stop();
    throw error;
  }
}

function refuseBeforeStart(env: ServerEnv, kind: 'real' | 'demo'): StartProblem | null {
  if (kind === 'real') return null;
  if (env.databaseUrl !== null && !env.demoDatabase) return { code: 'demo_on_real_database' };
  if (!isLoopback(env.host)) return { code: 'demo_for_everyone', host: env.host };
  return null;
}

/** Before anything is built of them. */
function refuseTexts({ kind, projectFolder }: StartOptions): StartProblem | null {
  if (kind === 'demo') return null;
  const problems = requiredTextProblems(projectFolder);
  return problems.length === 0 ? null : { code: 'texts_missing', problems };
}

/** What nobody has confirmed. Read only here, when the texts are known to be there; a demo says nothing. */
async function warningsOf({ kind }: StartOptions, now: Date): Promise<string[]> {
  if (kind === 'demo') return [];
  const { contentFiles } = await import('#messages/content/content-files.ts');
  const { openPoints } = await import('#messages/content/open-points.ts');
  return textWarnings(openPoints(contentFiles, now.toISOString().slice(0, 10)));
}

type OpenResult =
  | { ok: true; started: Omit<Started, 'stop'> }
  | { ok: false; problem: StartProblem };

/** @param undo gets, for each thing opened, how to close it; run from the last to the first. */
async function openHouse(
  options: StartOptions,
  undo: (() => void | Promise<void>)[],
): Promise<OpenResult> {
  const { env, kind, log, projectFolder, report } = options;
  const roots = env.rootsFile === null ? null : readRootsFile(env.rootsFile);
  if (roots !== null && !roots.ok) return { ok: false, problem: roots };
  const pinned = roots === null ? null : roots.fingerprints;
  const dataDir = resolve(env.dataDir);
  const lock = await takeFolderLock(dataDir);
  if (lock === null) return { ok: false, problem: { code: 'folder_in_use', folder: dataDir } };
  undo.push(lock.release);
  await generateClient(() => report('Making the database client.'));
  const build = await ensureBuild(projectFolder, pinned, report);
  undo.push(build.release);

  // Only now: they import what was just generated.
  const { openDatabase } = await import('./db/open-database.ts');
  const { claimInstallation } = await import('./db/installation.ts');
  const { createServer } = await import('./create-server.ts');
  const { demoSetUpTokens } = await import('./invitations/handlers.ts');
  const { answerOperator } = await import('./invitations/answer-operator.ts');
  const opened = await openDatabase(databasePlace(env, dataDir, projectFolder));
  undo.push(opened.close);
  if (opened.applied.length > 0) log.write({ event: 'migrations_applied', names: opened.applied });
  const claimed = await claimInstallation(opened.database, kind === 'demo');
  if (!claimed.ok) return { ok: false, problem: { code: claimed.code } };

  let stopping = false;
  const counters = createCounters();
  const deps: ServerDeps = {
    env,
    kind,
    needsDuty: kind === 'real',
    database: opened.database,
    log,
    counters,
    now: () => Date.now(),
    isStopping: () => stopping,
  };
  const server = await createServer(deps, projectFolder, build.name);
  undo.push(server.stop, countByTheHour(counters, log), () => {
    stopping = true;
  });
  if (!server.listening.ok) {
    return { ok: false, problem: { code: 'port', reason: server.listening.code, port: env.port } };
  }
  const { port } = server.listening;
  const address = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`;
  log.write({ event: 'server_started', port, kind, database: opened.kind });
  const warnings = await warningsOf(options, new Date(deps.now()));
  const reached = env.publicOrigin ?? address;
  undo.push(answerOperator(deps, dataDir, reached));
  const lines = [...warnings, ...(await server.announce(reached))];
  return {
    ok: true,
    started: {
      address,
      dataFolder: dataDir,
      lines,
      onCrash: opened.onCrash,
      demoSetUpTokens: () => demoSetUpTokens(deps),
    },
  };
}

function databasePlace(env: ServerEnv, dataDir: string, projectFolder: string) {
  if (env.databaseUrl !== null) return { kind: 'postgres', url: env.databaseUrl } as const;
  const templates = join(projectFolder, '.next');
  return { kind: 'embedded', dataDir, durable: true, templates } as const;
}
