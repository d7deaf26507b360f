import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startChild } from '../test-child.ts';
import { buildHash } from './build-hash.ts';
import { holdBuild, pruneBuilds } from './builds.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'havre-builds-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

describe('old builds', () => {
  const [current, used, old] = ['a'.repeat(16), 'b'.repeat(16), 'c'.repeat(16)];
  const exists = (name: string) => existsSync(join(folder, name));

  test('are deleted, except those that a server runs from', () => {
    for (const name of [current, used, old, 'empty-database-1', 'by-hand']) write(`${name}/x`, '');
    const release = holdBuild(join(folder, used));
    pruneBuilds(folder, current);
    expect([current, used, old, 'empty-database-1', 'by-hand'].map(exists)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    release();
    pruneBuilds(folder, current);
    expect(exists(used)).toBe(false);
  });

  test('whose server was killed are deleted, too', async () => {
    const module = JSON.stringify(new URL('./builds.ts', import.meta.url).href);
    const child = startChild(`
      const { holdBuild } = await import(${module});
      holdBuild(${JSON.stringify(join(folder, used))});
      console.log('held');
      setInterval(() => {}, 1000);
    `);
    await child.line();
    pruneBuilds(folder, current);
    expect(exists(used)).toBe(true);
    await child.kill();
    pruneBuilds(folder, current);
    expect(exists(used)).toBe(false);
  });
});

describe('the name of a build', () => {
  beforeEach(() => {
    for (const file of ['next.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      write(file, file);
    }
    write('app/page.tsx', 'one');
    write('lib/server/main.ts', 'one');
  });

  test.each(['app/page.tsx', 'package-lock.json', 'messages/content/numbers.json'])(
    'changes with %s',
    (path) => {
      const before = buildHash(folder, null);
      write(path, 'two');
      expect(buildHash(folder, null)).not.toBe(before);
    },
  );

  test('changes with the roots that the page pins', () => {
    const names = [null, [], ['roots'], ['others']].map((roots) => buildHash(folder, roots));
    expect(new Set(names).size).toBe(4);
  });

  test('stays when only the server or a test changes, so that nobody waits for a build', () => {
    const before = buildHash(folder, null);
    write('lib/server/main.ts', 'two');
    write('lib/crypto/x.test.ts', 'two');
    expect(buildHash(folder, null)).toBe(before);
  });
});
