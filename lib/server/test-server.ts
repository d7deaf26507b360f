import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server started as an operator starts it, in a process of its own. */
export type TestServer = {
  address: string;
  dataDir: string;
  /** What it wrote so far. */
  output(): string;
  /** Sends a signal and waits for the end; the exit code, null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

export type TestServerResult =
  | { ok: true; server: TestServer }
  | { ok: false; exitCode: number | null; output: string };

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'havre-server-'));
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}

/** Waits for the line that says it is ready, or for its end. */
export async function startServer(
  program: 'main' | 'demo',
  dataDir: string,
  env: Record<string, string> = {},
): Promise<TestServerResult> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), `lib/server/${program}.ts`],
    {
      cwd: projectFolder,
      env: { ...process.env, PORT: '0', HOST: '', DATABASE_URL: '', DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const ready = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const address = /^ready (http:\/\/\S+)$/m.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const address = await Promise.race([ready, ended.then(() => null)]);
  if (address === null) return { ok: false, exitCode: await ended, output };
  return {
    ok: true,
    server: {
      address,
      dataDir,
      output: () => output,
      async end(signal) {
        child.kill(signal);
        return ended;
      },
    },
  };
}

/** As `startServer`, for a test that needs a server and nothing else. */
export async function startedServer(...args: Parameters<typeof startServer>): Promise<TestServer> {
  const result = await startServer(...args);
  if (!result.ok) throw new Error(`the server ended with ${result.exitCode}:\n${result.output}`);
  return result.server;
}

/**
 * Sends bytes as they are and reads until the other side ends.
 * @param patience milliseconds; whoever has not ended by then is left, with `ended` false
 */
export function sendRaw(
  address: string,
  bytes: string | Uint8Array,
  patience = 60_000,
): Promise<{ status: number; text: string; ended: boolean }> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let received = '';
    let ended = true;
    const timer = setTimeout(() => {
      ended = false;
      socket.destroy();
    }, patience);
    socket.on('data', (chunk) => {
      received += chunk.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1] ?? 0);
      resolve({ status, text: received, ended });
    });
  });
}
