import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const reportEveryMs = 10_000;

/**
 * Runs `next build` in a process of its own, without the network.
 * @param report gets a line for the operator now and then
 * @throws with the end of what Next said when it fails
 */
export async function runNextBuild(
  projectFolder: string,
  build: string,
  report: (line: string) => void,
): Promise<void> {
  const program = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const tsconfig = writeTsconfig(projectFolder, build);
  const child = spawn(process.execPath, [program, 'build'], {
    cwd: projectFolder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HAVRE_BUILD: build,
      HAVRE_TSCONFIG: tsconfig,
      NEXT_TELEMETRY_DISABLED: '1',
      // Next would look into the registry to "repair" a lock file of another platform.
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      CI: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const startedAt = Date.now();
  const timer = setInterval(() => {
    report(`  still building, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, reportEveryMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`The pages could not be built:\n${said.slice(-4000)}`);
  } finally {
    clearInterval(timer);
    rmSync(join(projectFolder, tsconfig), { force: true });
  }
}

/** Next writes the build's folder into the tsconfig it is given: it gets a copy, not the project's. */
function writeTsconfig(projectFolder: string, build: string): string {
  const name = `.next/${build}.tsconfig.json`;
  const content = { extends: '../tsconfig.json', compilerOptions: { allowJs: true } };
  writeFileSync(join(projectFolder, name), JSON.stringify(content));
  return name;
}
