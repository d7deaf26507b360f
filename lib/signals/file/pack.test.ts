import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseContent } from './content.ts';
import { packRelease, releaseFiles } from './pack.ts';
import { signalCsv } from './signal-csv.ts';
import { filesOf, signer, text } from './test-pack.ts';
import { names, seededBytes, testCase, testPattern } from './test-release.ts';

const hasAge = !spawnSync('age', ['--version']).error;

describe('a packed release', () => {
  let identity = '';
  let other = '';
  let packed: Uint8Array;
  beforeAll(async () => {
    [identity, other] = [await generateX25519Identity(), await generateX25519Identity()];
    const recipient = await identityToRecipient(identity);
    packed = await packRelease(filesOf(testCase), testCase.day, [recipient]);
  });

  it('opens for its unit, and for nobody else', async () => {
    const age = new Decrypter();
    age.addIdentity(identity);
    const files = unzipSync(await age.decrypt(packed));
    expect(Object.keys(files).sort()).toEqual(Object.keys(filesOf(testCase)).sort());
    const stranger = new Decrypter();
    stranger.addIdentity(other);
    await expect(stranger.decrypt(packed)).rejects.toThrow();
  });

  it.skipIf(!hasAge)('opens with the age of Debian', () => {
    const folder = mkdtempSync(join(tmpdir(), 'havre-age-'));
    writeFileSync(join(folder, 'key'), `${identity}\n`);
    writeFileSync(join(folder, 'file'), packed);
    const args = ['-d', '-i', join(folder, 'key'), join(folder, 'file')];
    const tool = spawnSync('age', args, { maxBuffer: 1e8 });
    rmSync(folder, { recursive: true });
    expect(Object.keys(unzipSync(Uint8Array.from(tool.stdout)))).toContain('manifest.json');
  });

  it('is the same for the same release, whatever another release holds', () => {
    const one = filesOf(testPattern(5));
    expect(filesOf(testPattern(5))).toEqual(one);
    const another = filesOf(testPattern(6), 10);
    expect(another['signal.json']).not.toEqual(one['signal.json']);
    expect(filesOf(testPattern(5))).toEqual(one);
  });

  it('holds no time finer than a day and no id of anybody: planted ones are found', () => {
    const planted = /\b(?:g\d{1,3}|c[0-5]|o[01])\b|T(?!00:00:00)\d\d:\d\d|refHash|mailbox/;
    expect('"group":"g12"').toMatch(planted);
    expect('2025-01-15T10:31:00Z').toMatch(planted);
    for (const [name, bytes] of Object.entries(filesOf(testPattern(5))))
      expect(text(bytes), name).not.toMatch(planted);
  });

  it('is not made when anything is no code, and the field is named', () => {
    const made = (content: ReleaseContent) => releaseFiles(content, names, signer, seededBytes(1));
    const text_ = 'Maria, 0478 12 34 56';
    const signal = { ...(testCase as { signal: object }).signal };
    expect(made({ ...testCase, organisation: text_ })).toMatchObject({ field: 'organisation' });
    // Signed, but the tool of the unit would refuse it: better said here than there.
    const unseen = 'Demo\u200b Help';
    const seen = releaseFiles(
      { ...testCase, organisation: unseen },
      [unseen, ...names],
      signer,
      seededBytes(1),
    );
    expect(seen).toMatchObject({ field: 'organisation' });
    expect(made({ ...testCase, recipients: [text_] })).toMatchObject({ field: 'recipients' });
    expect(made({ ...testPattern(5), countedWith: text_ } as ReleaseContent)).toMatchObject({
      field: 'countedWith',
    });
    expect(
      made({ ...testCase, signal: { ...signal, country: text_ } } as ReleaseContent),
    ).toMatchObject({ field: 'country' });
    const [cluster] = (testPattern(5) as unknown as { clusters: object[] }).clusters;
    const facets = { venue_type: { [text_]: 5 } };
    expect(
      made({ ...testPattern(5), clusters: [{ ...cluster, facets }] } as unknown as ReleaseContent),
    ).toMatchObject({ field: 'venue_type' });
  });

  it('does nothing in a spreadsheet, even if a formula came through', () => {
    const corpus = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      "=cmd|'/c calc'!A0",
      '=HYPERLINK("x")',
    ];
    for (const formula of corpus) {
      const content = { ...testCase, signal: { country: formula } } as unknown as ReleaseContent;
      const [row] = parse(signalCsv(content), { columns: true }) as Record<string, string>[];
      expect(row?.hte_Country).toContain(formula.trim());
      expect(row?.hte_Country).not.toMatch(/^[=+\-@\t\r]/);
    }
  });
});
