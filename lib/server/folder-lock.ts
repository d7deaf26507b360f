import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type FolderLock = { release(): Promise<void> };

/**
 * Makes the folder if needed and takes it for this process alone.
 * @returns null when another process holds it. The lock is gone the moment its process is, also
 * after kill -9.
 */
export async function takeFolderLock(folder: string): Promise<FolderLock | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return process.platform === 'linux' ? takeBySocket(folder) : takeByPidFile(folder);
}

/** Waits its turn for as long as it takes; `onWait` is called once, when there is a wait. */
export async function waitForFolderLock(folder: string, onWait: () => void): Promise<FolderLock> {
  for (let tries = 0; ; tries += 1) {
    const lock = await takeFolderLock(folder);
    if (lock !== null) return lock;
    if (tries === 0) onWait();
    await pause(100);
  }
}

/**
 * Linux: a socket in the abstract namespace, which the kernel removes with its process. Its name is
 * the folder's identity, so that two paths to one folder meet. Nobody talks through it.
 */
function takeBySocket(folder: string): Promise<FolderLock | null> {
  const { dev, ino } = statSync(folder);
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen({ path: `\0havre-${dev}-${ino}`, exclusive: true }, () => {
      server.unref();
      resolve({ release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

/** Elsewhere: a file with the process number; a number that no longer lives does not count. */
export async function takeByPidFile(folder: string): Promise<FolderLock | null> {
  const file = join(folder, 'lock.pid');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return { release: async () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    if (holderLives(file)) return null;
    rmSync(file, { force: true });
  }
}

function holderLives(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty file is one that its maker is about to write.
    if (!Number.isInteger(pid) || pid <= 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
