import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from '#lib/server/db/test-postgres.ts';

/** What the figures were measured on; without it they say nothing. */
export function describeMachine() {
  const [first] = cpus();
  return {
    processors: cpus().length,
    model: first?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    system: `${process.platform} ${process.arch} ${release()}`,
  };
}

/** Versions of everything that has a share in the figures. */
export function describeVersions() {
  return {
    node: process.versions.node,
    postgres: postgresVersion(),
    pglite: versionOf('@electric-sql/pglite'),
    prisma: versionOf('@prisma/client'),
    pg: versionOf('pg'),
    socketIo: versionOf('socket.io'),
    havre: commit(),
  };
}

function versionOf(name: string): string {
  // Read, not resolved: some packages do not export their package.json.
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (const folder of folders) {
    try {
      return JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')).version;
    } catch {
      // not in this folder
    }
  }
  return 'unknown';
}

function postgresVersion(): string | null {
  const bin = findPostgres();
  if (bin === null) return null;
  return execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim();
}

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
