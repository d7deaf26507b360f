import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ReleaseContent } from './content.ts';
import { signalCsv } from './signal-csv.ts';
import { jsonOf, real } from './test-pack.ts';
import { testCase } from './test-release.ts';

const standards = process.env.STANDARDS_DIR ?? '';
const contents: [string, ReleaseContent][] = [
  ...real,
  ...real.map(([what, content]): [string, ReleaseContent] => [
    what.replace('a ', 'a synthetic '),
    { ...content, synthetic: true },
  ]),
];

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
