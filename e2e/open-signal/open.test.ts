import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '#lib/crypto/organisation/fingerprint.ts';
import { packRelease } from '#lib/signals/file/pack.ts';
import { testCase, testPattern } from '#lib/signals/file/test-release.ts';
import { checkManifest } from './check-manifest.ts';
import { checkSignal } from './check-signal.ts';
import { openFile } from './open-file.ts';
import { summary } from './summary.ts';
import { filesOf, signedAnew, signer, utf8 } from './test-files.ts';

let identity = '';
let recipient = '';
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

type Files = ReturnType<typeof filesOf>;

async function read(files: Files, lang: 'nl' | 'fr' | 'en' = 'en') {
  const opened = await openFile(await packRelease(files, testCase.day, [recipient]), identity);
  const { signed, root } = checkManifest(opened);
  return summary(checkSignal(opened, signed), signed, { root, isCompared: false }, lang);
}

describe('the tool of the receiving unit', () => {
  it('reads a case and a pattern in three languages, with the number of the organisation', async () => {
    const lines = await read(filesOf(), 'nl');
    expect(lines).toContain('- Leeftijd: 18 of ouder');
    expect(lines.some((line) => line.startsWith('- Dwangmiddelen: '))).toBe(true);
    expect(lines).toEqual(expect.arrayContaining(['Eén zaak', 'Vrijgegeven op: 2025-01-15']));
    // Nobody compared the number: all is well for whatever roots the file brings, and it says what is left to do.
    expect(lines.at(-1)).toContain('Vergelijk deze vingerafdruk');
    expect(lines.join()).toContain(fingerprint(signer.roots));
    expect((await read(filesOf(testPattern(5)), 'fr')).join()).toContain('personnes ou plus');
    expect((await read(filesOf(testPattern(5)), 'en')).length).toBeGreaterThan(20);
  });

  it.each([
    [
      'a changed byte',
      'signal.csv was changed',
      (f: Files) => ({ ...f, 'signal.csv': utf8(`${new TextDecoder().decode(f['signal.csv'])} `) }),
    ],
    ['a missing file', 'stix.json is missing', ({ 'stix.json': _gone, ...f }: Files) => f],
    [
      'a file that was added',
      'names.txt does not stand',
      (f: Files) => ({ ...f, 'names.txt': utf8('Maria') }),
    ],
    [
      'a forged signature',
      'signature of the organisation',
      (f: Files) => ({
        ...f,
        'manifest.json': utf8(
          new TextDecoder()
            .decode(f['manifest.json'])
            .replace(/"signature":"../, (at) => `"signature":"${at.endsWith('00') ? '01' : '00'}`),
        ),
      }),
    ],
    [
      'a manifest that says more',
      'not of the form',
      (f: Files) => ({ ...f, 'manifest.json': utf8('{}') }),
    ],
    [
      'another day',
      'signature of the organisation',
      (f: Files) => ({
        ...f,
        'manifest.json': utf8(
          new TextDecoder().decode(f['manifest.json']).replaceAll('2025-01-15', '2025-01-16'),
        ),
      }),
    ],
  ])('names %s', async (_what, sentence, change) => {
    await expect(read(change(filesOf()) as Files)).rejects.toThrow(sentence);
  });

  const within = (name: string, from: string, to: string) => (files: Files) => {
    const text = new TextDecoder().decode(files[name]);
    expect(text).toContain(from);
    const changed = text.replace(from, to);
    // Written as a builder would: the form alone does not give it away.
    const isPretty = name === 'stix.json' || name === 'misp.json';
    const written = isPretty ? JSON.stringify(JSON.parse(changed), null, 2) : changed;
    return { ...files, [name]: utf8(written) };
  };
  it.each([
    ['a code more in the table', within('signal.csv', 'DebtBondage', 'DebtBondage;Other')],
    ['a row more in the table', within('signal.csv', '\r\n1,', '\r\n2,,,,\r\n1,')],
    ['another code for STIX', within('stix.json', '"DebtBondage"', '"PhysicalAbuse"')],
    ['a field more for STIX', within('stix.json', '"country"', '"region": "NL3",\n"country"')],
    [
      'a report of nothing',
      within('stix.json', '"object_refs": [', '"object_refs": [], "refs": ['),
    ],
    ['another code for MISP', within('misp.json', '=\\"DebtBondage', '=\\"Other')],
    ['free text for MISP', within('misp.json', 'thb-signal:country=\\"NL\\"', 'Maria')],
    ['an event to pass on', within('misp.json', '"distribution": "0"', '"distribution": "3"')],
    ['other recipients', within('signal.json', 'Demo Police NL', 'Demo Police LU')],
  ])('names %s, although the organisation signed it', async (_what, change) => {
    const again = signedAnew(testCase, change(filesOf() as Files));
    await expect(read(again as Files)).rejects.toThrow('do not say the same');
  });

  it('names a cluster that counts more people in one file than in another', async () => {
    const content = testPattern(5);
    const files = filesOf(content);
    const [value] = new TextDecoder().decode(files['misp.json']).match(/"value": "\d+"/) ?? [];
    const changed = within('misp.json', String(value), '"value": "9000"')(files as Files);
    const again = signedAnew(content, changed);
    await expect(read(again as Files)).rejects.toThrow('misp.json and signal.json do not say');
  });

  it.each([
    ['a date in the table', within('signal.csv', ',Exploitation,NL,', ',Exploitation,NL,2024-Q4')],
    [
      'a date of STIX',
      within('stix.json', '"type": "incident",', '"type": "incident", "first_seen": "2024",'),
    ],
    [
      'another time of making',
      within(
        'stix.json',
        '"type": "incident",\n      "spec_version": "2.1",\n      "created": "2025-01-15',
        '"type": "incident",\n      "spec_version": "2.1",\n      "created": "2024-10-01',
      ),
    ],
    ['a title that dates', within('stix.json', 'signals, counted with', 'signals of')],
    ['a title that dates', within('misp.json', 'trafficking, counted with', 'trafficking of')],
    [
      'a date of MISP',
      within('misp.json', '"type": "counter",', '"type": "counter", "first_seen": "2024",'),
    ],
    ['a period of MISP', within('misp.json', 'counted_with=', 'period=')],
  ])('names %s of a pattern, which says nothing of when', async (_what, change) => {
    const content = testPattern(5);
    const changed = signedAnew(content, change(filesOf(content) as Files));
    await expect(read(changed as Files)).rejects.toThrow('do not say the same');
    expect((await read(filesOf(content), 'fr')).join()).toContain(
      'Les signaux ont été comptés avec le trimestre 2024-Q4. Cela ne dit pas quand',
    );
  });

  it.each([
    ['the table', within('signal.csv', 'true,1,', ',1,')],
    ['a label of STIX', within('stix.json', '"synthetic"', '"real"')],
    ['a title of STIX', within('stix.json', 'Synthetic: Coded case', 'Coded case')],
    ['the title of the report', within('stix.json', 'Synthetic: Coded signals', 'Coded signals')],
    ['the title of MISP', within('misp.json', 'Synthetic: ', '')],
    ['a tag of MISP', within('misp.json', 'thb-signal:synthetic=', 'thb-signal:real=')],
    ['signal.json', within('signal.json', ',"synthetic":true', '')],
  ])(
    'says that a file is synthetic, and refuses one in which not all of %s does',
    async (_, change) => {
      const content = { ...testCase, synthetic: true as const };
      const files = filesOf(content) as Files;
      expect((await read(files, 'nl'))[0]).toMatch(/^SYNTHETISCH, een proefbestand/);
      expect((await read(files, 'fr'))[0]).toMatch(/^SYNTHÉTIQUE, un fichier d'essai/);
      expect((await read(files, 'en'))[0]).toMatch(/^SYNTHETIC, a trial file/);
      expect((await read(filesOf(), 'en')).join()).not.toMatch(/synthetic/i);
      const changed = signedAnew(content, change(files));
      await expect(read(changed as Files)).rejects.toThrow(/do not say the same/);
    },
  );
});
