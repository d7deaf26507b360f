import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRootsFile } from './roots-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'havre-roots-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(content: string) {
  const path = join(folder, 'roots.txt');
  writeFileSync(path, content);
  return readRootsFile(path);
}

const one = '15701 56731 15380 34738 50166 89880';
const two = '00001 00002 00003 00004 00005 00006';

test('fingerprints stand one a line, with comments, in any order', () => {
  const both = { ok: true, fingerprints: [two, one] };
  expect(read(`# ours\n${one}\n\n${two}   # Antwerp\r\n`)).toEqual(both);
  expect(read(`${two}\n${one}\n${one}`)).toEqual(both);
});

test('what is no fingerprint is named by its line', () => {
  expect(read(`${one}\n15701 56731 15380 34738 50166`)).toMatchObject({ ok: false, line: 2 });
  expect(read(`# x\n${one.replace(' ', '')}`)).toMatchObject({ ok: false, line: 2 });
});

test('a file that names nobody, or is not there, is refused rather than taken for "everybody"', () => {
  expect(read('# nobody yet\n')).toEqual({ ok: false, code: 'roots_file_malformed', line: 0 });
  const missing = { ok: false, code: 'roots_file_missing' };
  expect(readRootsFile(join(folder, 'none.txt'))).toEqual(missing);
  expect(readRootsFile(folder)).toEqual(missing);
});
