import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type SeedProcess = {
  /**
   * Tells the seed where the server listens, with one set-up token for each organisation to make; none
   * on an old demo, where only certificates and epochs are renewed. Resolves when it is done.
   * @throws with the end of what the process said when it fails
   */
  order(origin: string, tokens: readonly string[], dataFolder: string): Promise<void>;
  /** Ends it when the server could not start. */
  abandon(): void;
};

/**
 * Starts the process that fills a demo by the same steps that people take, with the client's own code.
 * It is a process of its own because this one must not be able to read what it stores; and it is
 * started first, because deriving the demo's passwords takes as long as starting the server.
 */
export function startSeedProcess(projectFolder: string): SeedProcess {
  const file = join(projectFolder, 'prisma/seed-demo.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  // A seed that ended early breaks the pipe; its exit code says so.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  return {
    async order(origin, tokens, dataFolder) {
      child.stdin.end(`${JSON.stringify({ origin, tokens, dataFolder })}\n`);
      if ((await ended) !== 0)
        throw new Error(`The demo could not be filled:\n${said.slice(-4000)}`);
    },
    abandon: () => void child.kill(),
  };
}
