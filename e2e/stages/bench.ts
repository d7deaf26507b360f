import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StageResult } from './result.ts';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that a reader of the figures relies on, as paths into the last line. */
const expected = [
  ...['postgres', 'embedded'].flatMap((database) => [
    ...['a', 'b', 'c'].flatMap((load) => [
      `${database}.${load}.perSecond`,
      `${database}.${load}.relayPerSecond`,
      `${database}.${load}.ratio`,
    ]),
    `${database}.latency.0.p50`,
    `${database}.latency.1.p99`,
    `${database}.memory.0.bytesPerChat`,
    `${database}.archive.1.perSecond`,
    `${database}.days.0.databaseBytes`,
    `${database}.views.perSecond`,
    `${database}.views.ratio`,
  ]),
  ...['machine.processors', 'versions.node', 'load.pairs'],
];

/** That `npm run bench` runs through and says everything it should. No figure is judged here. */
export async function benchStage(): Promise<StageResult> {
  const { code, output } = await runBench();
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const missing = expected.filter((path) => !hasValue(parse(last), path));
  if (missing.length > 0) process.stdout.write(`${output}\nmissing: ${missing.join(', ')}\n`);
  const failed = code === 0 && missing.length === 0 ? 0 : 1;
  return {
    name: 'bench',
    passed: 1 - failed,
    failed,
    failures: failed ? [`npm run bench ended with ${code}`] : [],
    skipped: [],
  };
}

function runBench(): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), 'e2e/bench/run.ts', '--smoke'],
    { cwd: projectDir, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function hasValue(value: unknown, path: string): boolean {
  let at = value;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return at !== undefined && at !== null;
}
