import { fileURLToPath } from 'node:url';
import { loadEnv } from './load-env.ts';
import { createLog, type Log } from './log.ts';
import { type Started, start } from './start.ts';
import { type StartProblem, startProblemText } from './start-problems.ts';

/** The folder that holds `package.json`. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export type Run = Started & {
  report(line: string): void;
  /** Prints the lines and then, last, the one that begins `ready http://`. */
  ready(lines: readonly string[]): void;
};

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Starts a server for the command line: reads `.env` and the environment, prints sentences, ends with
 * status 1 when the start is refused, and stops within five seconds of SIGTERM or Ctrl+C.
 */
export async function run(kind: 'real' | 'demo'): Promise<Run> {
  const log = createLog(print, () => new Date());
  quietLibraries(log);
  let starting = true;
  const crash = (error: unknown) => {
    // Before anybody is served an error can quote nobody, and its words are what an operator needs.
    if (starting) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    log.write({ event: 'crashed', error });
    process.exit(1);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  const environment = loadEnv(projectFolder);
  if (!environment.ok) return refuse({ code: 'env', problems: environment.problems });
  const result = await start({ projectFolder, env: environment.env, kind, log, report: print });
  if (!result.ok) return refuse(result.problem);
  result.started.onCrash(crash);
  stopOnSignal(result.started, log);
  return {
    ...result.started,
    report: print,
    ready(lines) {
      starting = false;
      for (const line of lines) print(line);
      print(`ready ${result.started.address}`);
    },
  };
}

function refuse(problem: StartProblem): never {
  process.stderr.write(`${startProblemText(problem)}\n`);
  process.exit(1);
}

/**
 * Libraries write to the console, and what they write may quote an address or a value. Nothing but
 * the log speaks; of an error that is handed to the console the log keeps what it may.
 */
export function quietLibraries(log: Log): void {
  const silent = () => undefined;
  Object.assign(console, { log: silent, info: silent, warn: silent, debug: silent, trace: silent });
  console.error = (...values: unknown[]) => {
    const error = values.find((value) => value instanceof Error);
    if (error !== undefined) log.write({ event: 'task_failed', task: 'render', error });
  };
}

/** A stop that hangs is ended before whoever sent the signal loses patience. */
const longestStopMs = 4500;

function stopOnSignal(started: Started, log: Log): void {
  let stopping = false;
  const stop = async (signal: 'SIGTERM' | 'SIGINT') => {
    if (stopping) return;
    stopping = true;
    const since = Date.now();
    log.write({ event: 'server_stopping', signal });
    setTimeout(() => process.exit(1), longestStopMs).unref();
    await started.stop();
    log.write({ event: 'server_stopped', milliseconds: Date.now() - since });
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}
