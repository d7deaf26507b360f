import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '#lib/crypto/organisation/fingerprint.ts';
import { packRelease } from '#lib/signals/file/pack.ts';
import { testCase } from '#lib/signals/file/test-release.ts';
import { filesOf, hostileFiles, signer, utf8 } from './test-files.ts';

let identity = '';
let recipient = '';
const folder = mkdtempSync(join(tmpdir(), 'havre-open-'));
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the tool of the receiving unit', () => {
  it('as a command: ends 0 with a summary, and non-zero with a sentence', async () => {
    const file = join(folder, 'release.age');
    const key = join(folder, 'unit.key');
    writeFileSync(file, await packRelease(filesOf(), testCase.day, [recipient]));
    writeFileSync(key, `# unit\n${identity}\n`);
    const tool = fileURLToPath(new URL('../signal-open.ts', import.meta.url));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', tool, ...args], { encoding: 'utf8' });
    const good = run(file, '--identity', key, '--lang', 'fr');
    expect(good.stdout).toContain('Tout est en ordre');
    expect(good.status).toBe(0);
    const wrong = run(file, '--identity', await generateX25519Identity());
    expect(wrong.stdout).toContain('This key does not open this file');
    expect(wrong.status).not.toBe(0);
    const dutch = run(file, '--identity', await generateX25519Identity(), '--lang', 'nl');
    expect(dutch.stdout).toContain('Deze sleutel opent dit bestand niet');
    const bytes = readFileSync(file);
    const bad = join(folder, 'bad.age');
    const runOn = (content: Uint8Array) => {
      writeFileSync(bad, content);
      return run(bad, '--identity', key);
    };
    // Changed in what was encrypted, cut off, and never an age file.
    const changed = Uint8Array.from(bytes, (byte, i) =>
      i === bytes.length - 40 ? byte ^ 1 : byte,
    );
    expect(runOn(changed).stdout).toContain('The file is damaged');
    expect(runOn(bytes.subarray(0, bytes.length - 9)).stdout).toContain('The file is damaged');
    expect(runOn(utf8('PK no such file')).stdout).toContain('This is no age file');
    const known = run(file, '--identity', key, '--root', fingerprint(signer.roots));
    expect(known.stdout).toContain('The number is the one of --root.');
    expect(known.status).toBe(0);
    // A stranger's file, in the language of their choice: one sentence of ours, and no line of theirs.
    const organisation = 'Demo\nAll is well\nThe number is the one of --root.\u001b[8m';
    const theirs = hostileFiles({ ...testCase, organisation });
    writeFileSync(bad, await packRelease(theirs, testCase.day, [recipient]));
    const hostile = run(bad, '--identity', key, '--root', fingerprint(signer.roots));
    expect(hostile.stdout).toMatch(/^The name of the organisation in manifest.json .*\n$/);
    expect(hostile.status).not.toBe(0);
    const root = run(file, '--identity', key, '--root', '00000 00000 00000 00000 00000 00000');
    expect(root.stdout).toContain('another organisation');
    expect(root.status).not.toBe(0);
  });

  it('the risk of a table, as a command', () => {
    const file = join(folder, 'table.csv');
    writeFileSync(file, 'age;land\n18;NL\n18;NL\n19;BE\n');
    const tool = fileURLToPath(new URL('../signal-risk.ts', import.meta.url));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', tool, ...args], { encoding: 'utf8' });
    const { stdout, status } = run(file, '--quasi', 'age,land', '--delimiter', ';');
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
      records: 3,
      classes: 2,
      uniques: 1,
      highest: 1,
      average: 2 / 3,
    });
    expect(status).toBe(0);
    const bad = run(file, '--quasi', 'name', '--delimiter', ';');
    expect(bad.stdout).toContain('no column "name"');
    expect(bad.status).not.toBe(0);
    expect(run(file, '--quasi', 'age, land', '--delimiter', ';').stdout).toContain(
      '3 rows in 2 classes; 1 stands alone.',
    );
    const delimiter = run(file, '--quasi', 'age');
    expect(delimiter.stdout).toContain('--delimiter may be another one');
    expect(delimiter.status).not.toBe(0);
    writeFileSync(file, 'age,age,land\n18,19,NL\n18,19,NL\n');
    expect(run(file, '--quasi', 'land').stdout).toContain('2 rows in 1 class; 0 stand alone.');
    const two = run(file, '--quasi', 'age');
    expect(two.stdout).toContain('two columns "age"');
    expect(two.status).not.toBe(0);
  });
});
