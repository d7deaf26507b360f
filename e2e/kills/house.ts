import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startedServer } from '#lib/server/test-server.ts';

/** The real server in a process of its own, on one folder and one port, that can be killed. */
export type House = {
  port: number;
  /** kill -9, and a new one on the same folder at once. */
  kill(): Promise<void>;
  /** SIGTERM, and a new one. */
  restart(): Promise<void>;
  end(): Promise<void>;
};

export type HouseOptions = {
  dataDir: string;
  /** DATABASE_URL with DEMO_DATABASE=yes, for a server with a PostgreSQL. */
  env: Record<string, string>;
  /** `hasty-server`: the weakened copy that answers before it has stored. */
  program: 'server' | 'hasty-server';
};

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

async function startProgram({ dataDir, env, program }: HouseOptions, port: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', `e2e/kills/${program}.ts`],
    {
      cwd: projectFolder,
      env: { ...process.env, HOST: '', DATA_DIR: dataDir, ...env, PORT: port },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (/^ready http/m.test(output)) resolve();
    });
  });
  await Promise.race([
    ready,
    ended.then(([code]) => Promise.reject(new Error(`the server ended with ${code}:\n${output}`))),
  ]);
  return {
    async end(signal: NodeJS.Signals) {
      child.kill(signal);
      await ended;
    },
  };
}

/** Fills a folder as `npm run demo` does. @returns the port that it used */
export async function fill({
  dataDir,
  env,
}: Pick<HouseOptions, 'dataDir' | 'env'>): Promise<string> {
  const filled = await startedServer('demo', dataDir, env);
  await filled.end('SIGTERM');
  return new URL(filled.address).port;
}

/** Runs the server on a folder that was filled. */
export async function openHouse(options: HouseOptions, port: string): Promise<House> {
  let server = await startProgram(options, port);
  const again = async (signal: NodeJS.Signals) => {
    await server.end(signal);
    server = await startProgram(options, port);
  };
  return {
    port: Number(port),
    kill: () => again('SIGKILL'),
    restart: () => again('SIGTERM'),
    end: () => server.end('SIGTERM'),
  };
}
