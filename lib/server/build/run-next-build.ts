import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const reportEveryMs = 10_000;
/** Far beyond a slow machine: a build that takes longer hangs (two workers that name each other). */
const longestBuildMs = 15 * 60 * 1000;

/**
 * Read by the build before anything else. When we are killed the build must end, too: the lock went
 * with us, and the next process would build into the same folder. Next's own workers are left alone.
 */
const endWithParent = `data:text/javascript,${encodeURIComponent(`
  if (String(process.ppid) === process.env.HAVRE_BUILDER) {
    process.once('disconnect', () => process.exit(1));
    process.channel.unref();
  }
`)}`;

/**
 * Runs `next build` in a process of its own, without the network.
 * @param report gets a line for the operator now and then
 * @throws with the end of what Next said when it fails
 */
export async function runNextBuild(
  projectFolder: string,
  build: { name: string; pinned: readonly string[] | null },
  report: (line: string) => void,
): Promise<void> {
  const program = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const tsconfig = writeTsconfig(projectFolder, build.name);
  const child = spawn(process.execPath, ['--import', endWithParent, program, 'build'], {
    cwd: projectFolder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HAVRE_BUILD: build.name,
      HAVRE_PINNED: build.pinned?.join(',') ?? '',
      HAVRE_TSCONFIG: tsconfig,
      NEXT_TELEMETRY_DISABLED: '1',
      // Next would look into the registry to "repair" a lock file of another platform.
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      CI: '1',
      HAVRE_BUILDER: String(process.pid),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  const startedAt = Date.now();
  const timer = setInterval(() => {
    const elapsedMs = Date.now() - startedAt;
    if (elapsedMs > longestBuildMs) child.kill('SIGKILL');
    else report(`  still building, ${Math.round(elapsedMs / 1000)} s`);
  }, reportEveryMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`The pages could not be built:\n${said.slice(-4000)}`);
    if (child.connected) child.disconnect();
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
