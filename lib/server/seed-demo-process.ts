import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type SeedOptions = {
  projectFolder: string;
  /** Where the demo's server listens. */
  address: string;
  dataDir: string;
  report(line: string): void;
};

/**
 * Fills a demo by the same steps that people take, with the client's own code, in a process of its
 * own: this one must not be able to read what it stores. On an old demo it renews what ran out.
 * @throws with the end of what the process said when it fails
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const file = join(options.projectFolder, 'prisma/seed-demo.ts');
  if (!existsSync(file)) return;
  options.report('Filling the demo with organisations and accounts.');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
    cwd: options.projectFolder,
    env: { ...process.env, DEMO_ADDRESS: options.address, DATA_DIR: options.dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The demo could not be filled:\n${said.slice(-4000)}`);
}
