import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// `.next/HASH` holds a build. `made` in it says that it is whole, and `users/PID` who runs from it.

export function isMade(folder: string): boolean {
  return existsSync(join(folder, 'made'));
}

export function markMade(folder: string): void {
  writeFileSync(join(folder, 'made'), '');
}

/** A running server keeps its build until it calls what this returns, or dies. */
export function holdBuild(folder: string): () => void {
  const file = join(folder, 'users', String(process.pid));
  mkdirSync(join(folder, 'users'), { recursive: true });
  writeFileSync(file, '');
  return () => rmSync(file, { force: true });
}

/** Deletes every build but `current` that no living process uses. Call it under the builds' lock. */
export function pruneBuilds(buildsFolder: string, current: string): void {
  for (const entry of readdirSync(buildsFolder, { withFileTypes: true })) {
    const folder = join(buildsFolder, entry.name);
    const isOld = /^[0-9a-f]{16}$/.test(entry.name) && entry.name !== current;
    if (entry.isDirectory() && isOld && !isUsed(folder)) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function isUsed(folder: string): boolean {
  const users = join(folder, 'users');
  return existsSync(users) && readdirSync(users).some((pid) => isAlive(Number(pid)));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user lives, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
