import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { testCase } from '#lib/signals/file/test-release.ts';
import { checkManifest } from './check-manifest.ts';
import { checkSignal } from './check-signal.ts';
import { openFile } from './open-file.ts';
import { filesOf, signedAnew, utf8 } from './test-files.ts';

let identity = '';
let recipient = '';
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

const zipped = (files: Record<string, Uint8Array>) =>
  zipSync(files, { mtime: '2025-01-15T12:00:00' });

async function read(zip: Uint8Array) {
  const age = new Encrypter();
  age.addRecipient(recipient);
  const files = await openFile(await age.encrypt(zip), identity);
  return checkSignal(files, checkManifest(files).signed);
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
/** The zip with a text in the place of another one of the same length, wherever it stands. */
const replaced = (zip: Uint8Array, from: string, to: string) =>
  Uint8Array.from(bytesOf(Buffer.from(zip).toString('latin1').replaceAll(from, to)));
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
/** Sizes stand at 22 of the record before a file, and at 24 of its line in the list. */
function withSize(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt32LE(size, bytes.indexOf('PK\u0001\u0002', 'latin1') + 24);
  return Uint8Array.from(bytes);
}

describe('a zip that two programs read differently', () => {
  it('is no release; the one of our builders is', async () => {
    expect((await read(zipped(filesOf()))).kind).toBe('case');
    expect((await read(zipSync(filesOf(), { level: 0, mtime: '2025-01-15' }))).kind).toBe('case');
  });

  it('with a name twice', async () => {
    // `unzip -p` prints the first one, our library kept the last.
    const files = { 'signal.jsox': utf8('{"lies":true}'), ...filesOf() };
    const twice = replaced(zipped(files), 'signal.jsox', 'signal.json');
    await expect(read(twice)).rejects.toThrow('signal.json stands in the zip twice');
  });

  it.each<[string, (zip: Buffer) => Uint8Array]>([
    ['after its end', (zip) => Buffer.concat([zip, Buffer.from('All is well')])],
    [
      'in a comment',
      (zip) => {
        zip.writeUInt16LE(5, zip.length - 2);
        return Buffer.concat([zip, Buffer.from('Maria')]);
      },
    ],
    [
      'between its files and its list',
      (zip) => {
        const list = zip.readUInt32LE(zip.length - 6);
        zip.writeUInt32LE(list + 5, zip.length - 6);
        return Buffer.concat([zip.subarray(0, list), Buffer.from('Maria'), zip.subarray(list)]);
      },
    ],
    [
      'as an extra field',
      () => zipSync(filesOf(), { extra: { 30583: utf8('Maria') }, mtime: '2025-01-15' }),
    ],
    [
      'as the comment of a file',
      () => zipSync(filesOf(), { comment: 'Maria', mtime: '2025-01-15' }),
    ],
    ['as a link', () => zipSync(filesOf(), { os: 3, attrs: 0o120777 << 16, mtime: '2025-01-15' })],
  ])('with something more %s', async (_where, change) => {
    const zip = Uint8Array.from(change(Buffer.from(zipped(filesOf()))));
    await expect(read(zip)).rejects.toThrow('not exactly its files');
  });

  it('with something before its begin', async () => {
    const zip = Buffer.concat([Buffer.from('Maria'), zipped(filesOf())]);
    await expect(read(Uint8Array.from(zip))).rejects.toThrow('no zip file');
  });

  it('with another name in its list than before the file', async () => {
    const zip = Buffer.from(zipped(filesOf()));
    zip.write('signal.jsoN', zip.readUInt32LE(zip.length - 6) + 46);
    await expect(read(Uint8Array.from(zip))).rejects.toThrow('not exactly its files');
  });

  it('with a file that no release has, signed or not', async () => {
    const files = { ...filesOf(), 'names.txt': utf8('Maria') };
    await expect(read(zipped(files))).rejects.toThrow('names.txt does not stand');
    await expect(read(zipped(signedAnew(testCase, files)))).rejects.toThrow('not of the form');
    await expect(read(zipped({ 'a\u001b[8m': utf8('x'), ...filesOf() }))).rejects.toThrow(
      'a name that no release has',
    );
  });
});

describe('a zip that grows', () => {
  it('beyond what a release can be is not unpacked', async () => {
    const bomb = zipSync({ 'signal.csv': new Uint8Array(64 * 1024 * 1024 + 1) }, { level: 1 });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(read(bomb)).rejects.toThrow('far too large');
  });

  it('beyond the size that it names is not unpacked, nor is one that is smaller', async () => {
    const zip = zipped({ 'signal.csv': new Uint8Array(1_000_000) });
    for (const size of [10, 1_000_001])
      await expect(read(withSize(zip, size))).rejects.toThrow('not exactly its files');
  });
});

describe('a JSON file that two programs read differently', () => {
  it.each<[string, string, (content: string) => string]>([
    ['signed twice', 'manifest.json', (t) => t.replace('{', '{"signed":{"kind":"pattern"},')],
    ['a space', 'manifest.json', (t) => `${t} `],
    ['a mark of the byte order', 'manifest.json', (t) => `\u{FEFF}${t}`],
  ])('is refused: %s', async (_what, name, change) => {
    const files = filesOf();
    const changed = { ...files, [name]: utf8(change(text(files[name]))) };
    await expect(read(zipped(changed))).rejects.toThrow(/manifest.json is (no JSON|not written)/);
  });

  it.each([
    ['signal.json', '"country":', '"country":"BE","country":'],
    ['signal.json', '{', '{ '],
    ['stix.json', '"country":', '"country": "BE",\n          "country":'],
    ['misp.json', '"distribution":', '"distribution": "3",\n    "distribution":'],
  ])('is refused, although it is signed: %s with %s', async (name, from, to) => {
    const files = filesOf();
    expect(text(files[name])).toContain(from);
    const changed = { ...files, [name]: utf8(text(files[name]).replace(from, to)) };
    await expect(read(zipped(signedAnew(testCase, changed)))).rejects.toThrow('is not written');
  });

  it('and so is a table with a column twice', async () => {
    const files = filesOf();
    const csv = text(files['signal.csv']).replace(/^(.*)\r\n(.*)/, 'hte_Country,$1\r\nBE,$2');
    const changed = signedAnew(testCase, { ...files, 'signal.csv': utf8(csv) });
    await expect(read(zipped(changed))).rejects.toThrow('names a column twice');
  });
});
