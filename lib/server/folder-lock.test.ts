import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeByPidFile, takeFolderLock, waitForFolderLock } from './folder-lock.ts';
import { startChild } from './test-child.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'havre-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const module = JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href);

async function holdInChild(take: 'takeFolderLock' | 'takeByPidFile') {
  const child = startChild(`
    const { ${take} } = await import(${module});
    const lock = await ${take}(${JSON.stringify(folder)});
    console.log(lock === null ? 'refused' : 'held');
    setInterval(() => {}, 1000);
  `);
  return { child, said: await child.line() };
}

describe.each([
  ['the lock of this system', takeFolderLock, 'takeFolderLock'],
  ['the lock of systems without abstract sockets', takeByPidFile, 'takeByPidFile'],
] as const)('%s', (_name, take, name) => {
  test('refuses a folder that another process holds, and takes it at once after kill -9', async () => {
    const { child, said } = await holdInChild(name);
    expect(said).toBe('held');
    expect(await take(folder)).toBeNull();
    await child.kill();
    const lock = await take(folder);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  test('refuses another process while this one holds it', async () => {
    const lock = await take(folder);
    const { child, said } = await holdInChild(name);
    await child.kill();
    await lock?.release();
    expect(said).toBe('refused');
  });

  test('is free after it is given back', async () => {
    await (await take(folder))?.release();
    const again = await take(folder);
    expect(again).not.toBeNull();
    await again?.release();
  });
});

test('two paths to one folder are one lock', async () => {
  const other = `${folder}-link`;
  symlinkSync(folder, other);
  const lock = await takeFolderLock(folder);
  expect(await takeFolderLock(other)).toBeNull();
  await lock?.release();
  rmSync(other);
});

test('two folders are two locks', async () => {
  const one = await takeFolderLock(join(folder, 'one'));
  const two = await takeFolderLock(join(folder, 'two'));
  expect([one, two]).not.toContain(null);
  await one?.release();
  await two?.release();
});

test('the number of a process that is gone does not count', async () => {
  const { child } = await holdInChild('takeFolderLock');
  const { pid } = child.process;
  await child.kill();
  writeFileSync(join(folder, 'lock.pid'), String(pid));
  expect(await takeByPidFile(folder)).not.toBeNull();
});

test('whoever waits is told once and gets it when it is given back', async () => {
  const lock = await takeFolderLock(folder);
  let told = 0;
  const waiting = waitForFolderLock(folder, () => {
    told += 1;
    void lock?.release();
  });
  await (await waiting).release();
  expect(told).toBe(1);
});
