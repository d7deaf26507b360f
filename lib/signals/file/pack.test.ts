import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseContent } from './content.ts';
import { packRelease, releaseFiles } from './pack.ts';
import { signalCsv } from './signal-csv.ts';
import { names, seededBytes, testCase, testPattern, testSigner } from './test-release.ts';

const hasAge = !spawnSync('age', ['--version']).error;
const standards = process.env.STANDARDS_DIR ?? '';
const signer = testSigner(1);
const contents: [string, ReleaseContent][] = [
  ['a case', testCase],
  ['a pattern', testPattern(5)],
  ['a synthetic case', { ...testCase, synthetic: true }],
  ['a synthetic pattern', { ...testPattern(5), synthetic: true }],
];

function filesOf(content: ReleaseContent, seed = 9) {
  const made = releaseFiles(content, names, signer, seededBytes(seed));
  if (!made.ok) throw new Error(made.field);
  return made.files;
}
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const jsonOf = (content: ReleaseContent, name: string) => JSON.parse(text(filesOf(content)[name]));

describe.each(contents)('the files of %s', (_what, content) => {
  it('fit our own schema, which is strict about what is added', () => {
    const ajv = new Ajv2020({ strict: false });
    const check = ajv.compile(jsonOf(content, 'signal.schema.json'));
    const value = jsonOf(content, 'signal.json');
    expect(check(value), JSON.stringify(check.errors)).toBe(true);
    expect(check({ ...value, name: 'Maria' })).toBe(false);
  });

  it.skipIf(!standards)('are STIX 2.1 by the schemas of OASIS, object by object', () => {
    const ajv = new Ajv2020({ strict: false, unicodeRegExp: false });
    (addFormats as unknown as (to: Ajv2020) => void)(ajv);
    const folder = join(standards, 'stix-2.1/schemas');
    for (const part of ['common', 'sdos'])
      for (const file of readdirSync(join(folder, part)))
        ajv.addSchema(JSON.parse(readFileSync(join(folder, part, file), 'utf8')));
    const base =
      'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas';
    const common = ['marking-definition', 'extension-definition'];
    const { objects } = jsonOf(content, 'stix.json') as {
      objects: { type: string; name?: string }[];
    };
    expect(objects.length).toBeGreaterThan(5);
    for (const object of objects) {
      const place = common.includes(object.type) ? 'common' : 'sdos';
      const check = ajv.getSchema(`${base}/${place}/${object.type}.json`);
      expect(check?.(object), `${object.type}: ${JSON.stringify(check?.errors)}`).toBe(true);
      expect(check?.({ ...object, id: 'x' })).toBe(false);
    }
  });

  it.skipIf(!standards)('are a MISP event by its own schemas, strict and lax', () => {
    const event = jsonOf(content, 'misp.json');
    for (const name of ['pymisp-strict', 'pymisp-lax', 'event-2.4-lax']) {
      const schema = JSON.parse(readFileSync(join(standards, `misp/${name}.schema.json`), 'utf8'));
      const ajv = new AjvDraft04({ strict: false });
      const check = ajv.compile(schema);
      expect(check(event), `${name}: ${JSON.stringify(check.errors)}`).toBe(true);
    }
    const { Event } = event;
    expect(Event).toMatchObject({ distribution: '0', published: false, disable_correlation: true });
  });

  it.skipIf(!standards)('spell columns and codes as HTCDS 2.0 does', () => {
    const { fields } = JSON.parse(
      readFileSync(join(standards, 'htcds-2.0-codes.json'), 'utf8'),
    ) as {
      fields: { field: string; values: string[] }[];
    };
    const rows = parse(signalCsv(content), { columns: true }) as Record<string, string>[];
    const columns = Object.keys(rows[0] ?? {}).filter((name) => /^(hte|vic|prs)_/.test(name));
    expect(columns.length).toBeGreaterThan(8);
    for (const column of columns) expect(fields.map(({ field }) => field)).toContain(column);
    const kinds = fields.find(({ field }) => field === 'vic_TypeOfExploitation')?.values ?? [];
    for (const row of rows)
      if (content.kind === 'case') expect(kinds).toContain(row.vic_TypeOfExploitation);
    // A coarse group is ours, and stands in a column of ours alone.
    const coarse = {
      ...testCase,
      signal: { country: 'NL', exploitation: 'labour' },
    } as ReleaseContent;
    const [grouped] = parse(signalCsv(coarse), { columns: true }) as Record<string, string>[];
    expect(grouped).toMatchObject({ vic_TypeOfExploitation: '', x_exploitation: 'labour' });
    expect(rows.every((row) => row.hte_Type === 'Exploitation')).toBe(true);
  });
});

describe('when something happened', () => {
  const quarter = /20\d\d-Q\d/g;
  const incidents = (content: ReleaseContent): object[] =>
    jsonOf(content, 'stix.json').objects.filter((one: { type: string }) => one.type === 'incident');
  const rows = (content: ReleaseContent) =>
    parse(signalCsv(content), { columns: true }) as Record<string, string>[];

  it('is in no file of a pattern: the quarter of the count is said of the file, and dates no record', () => {
    const content = testPattern(5);
    expect(rows(content).length).toBeGreaterThan(1);
    expect(rows(content).every(({ hte_Date }) => hte_Date === '')).toBe(true);
    expect(signalCsv(content)).not.toMatch(quarter);
    for (const one of incidents(content)) {
      expect(JSON.stringify(one)).not.toMatch(quarter);
      expect(JSON.stringify(one)).not.toMatch(/period|seen|"(start|stop)/);
    }
    const { Event } = jsonOf(content, 'misp.json');
    expect(JSON.stringify(Event.Attribute)).not.toMatch(quarter);
    expect(JSON.stringify(Event.Attribute)).not.toMatch(/period|_seen/);
    const { clusters, ...file } = jsonOf(content, 'signal.json');
    expect(JSON.stringify(clusters)).not.toMatch(quarter);
    expect(file).toMatchObject({ counted_with: '2024-Q4' });
    // What names it says what it is.
    const counted =
      / (counted|geteld|comptés) (with|met|avec) (the quarter |het kwartaal |le trimestre )?/;
    const named = text(filesOf(content)['README.txt'])
      .split('\r\n')
      .filter((l) => l.match(quarter));
    expect(named).toHaveLength(3);
    for (const line of named) expect(line).toMatch(counted);
    expect(Event.info).toMatch(/, counted with 2024-Q4$/);
    expect(Event.Tag).toContainEqual(
      expect.objectContaining({ name: 'thb-signal:counted_with="2024-Q4"' }),
    );
  });

  it('is in the file of a case as the person left it in, and nowhere when they left it out', () => {
    const { signal, ...rest } = testCase as ReleaseContent & { kind: 'case' };
    const kept = { ...rest, signal: { ...signal, period: '2024-Q3' } };
    expect(rows(kept)[0]?.hte_Date).toBe('2024-Q3');
    expect(text(filesOf(kept)['stix.json']).match(quarter)).toEqual(['2024-Q3']);
    const { period: _period, ...left } = signal;
    for (const [name, bytes] of Object.entries(filesOf({ ...rest, signal: left }))) {
      if (name !== 'signal.schema.json') expect(text(bytes), name).not.toMatch(/period"/);
      expect(text(bytes), name).not.toMatch(/\b2024\b/);
    }
  });
});

describe('what is synthetic', () => {
  const real = contents.slice(0, 2);
  it.each(real)(
    'is marked in every file and record of %s, and a real one has no trace',
    (_, content) => {
      const made = filesOf({ ...content, synthetic: true });
      for (const [name, bytes] of Object.entries(made))
        expect(text(bytes), name).toMatch(/synthetic/i);
      for (const [name, bytes] of Object.entries(filesOf(content)))
        if (name !== 'signal.schema.json') expect(text(bytes), name).not.toMatch(/synt[hé]/i);
      const csv = signalCsv({ ...content, synthetic: true });
      const rows = parse(csv, { columns: true }) as Record<string, string>[];
      expect(rows.every(({ x_synthetic }) => x_synthetic === 'true')).toBe(true);
      const { objects } = JSON.parse(text(made['stix.json'])) as {
        objects: { type: string; name: string; labels?: string[] }[];
      };
      const said = objects.filter(({ type }) => type === 'incident' || type === 'report');
      expect(said.length).toBeGreaterThan(1);
      for (const { name, labels } of said) {
        expect(name).toMatch(/^Synthetic: /);
        expect(labels).toEqual(['synthetic']);
      }
      const { Event } = JSON.parse(text(made['misp.json']));
      for (const { Tag } of [Event, ...Event.Attribute])
        expect(Tag).toContainEqual({ name: 'thb-signal:synthetic="true"', exportable: true });
      // Nobody said yes, so nothing says that they did.
      const yes = /Each person said yes|Elke persoon zei zelf ja|Chaque personne a dit oui/g;
      expect(text(filesOf(content)['README.txt']).match(yes)).toHaveLength(3);
      expect(text(made['README.txt'])).not.toMatch(yes);
    },
  );
});

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
