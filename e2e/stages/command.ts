import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StageResult } from './result.ts';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a Node program of an installed package with its output on ours; resolves with its exit code. */
export function runTool(tool: string, args: string[]): Promise<number> {
  const [packageName, bin] = tool.split(' ') as [string, string];
  // Read, not resolved: some packages do not export their package.json.
  const file = join(projectDir, 'node_modules', packageName, 'package.json');
  const { bin: bins } = JSON.parse(readFileSync(file, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const program = typeof bins === 'string' ? bins : bins[bin];
  if (program === undefined) throw new Error(`${packageName} has no program ${bin}`);
  const child = spawn(process.execPath, [join(dirname(file), program), ...args], {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** A stage that passes or fails as a whole. */
export async function commandStage(
  name: string,
  tool: string,
  args: string[],
): Promise<StageResult> {
  const failed = (await runTool(tool, args)) === 0 ? 0 : 1;
  return { name, passed: 1 - failed, failed, failures: failed ? [name] : [], skipped: [] };
}
