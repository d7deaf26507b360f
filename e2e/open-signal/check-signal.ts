import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { type Field, isCode } from '#lib/signals/fields.ts';
import { readJson, type Signed } from './check-manifest.ts';
import { Unusable } from './open-file.ts';

export type Facets = Partial<Record<Field, Record<string, number>>>;
export type SignalFile = Pick<Signed, 'kind' | 'organisation' | 'period'> & {
  signal?: Partial<Record<Field, string | string[]>>;
  clusters?: {
    country: string;
    exploitation: string;
    majority: string;
    count: number;
    facets: Facets;
  }[];
};

/** No string of the fields that is not in the code lists, whatever the schema in the file allows. */
function checkCodes({ signal = {}, clusters = [] }: SignalFile): void {
  const named: [string, string][] = Object.entries(signal).flatMap(([field, value]) =>
    [value].flat().map((code): [string, string] => [field, String(code)]),
  );
  for (const { facets } of clusters)
    for (const [field, counts] of Object.entries(facets))
      for (const code of Object.keys(counts ?? {})) named.push([field, code]);
  for (const [field, code] of named)
    if (!isCode(field as Field, code))
      throw new Unusable(`signal.json holds something in ${field} that is no code.`);
}

/** The schemas, and that all files say the same number of records. @throws Unusable */
export function checkSignal(files: ReadonlyMap<string, Uint8Array>, signed: Signed): SignalFile {
  const value = readJson(files, 'signal.json');
  const schema = readJson(files, 'signal.schema.json') as object;
  const ajv = new Ajv2020({ strict: false });
  if (!ajv.validate(schema, value)) {
    const [first] = ajv.errors ?? [];
    throw new Unusable(
      `signal.json does not fit its schema: ${first?.instancePath || 'it'} ${first?.message ?? ''}.`,
    );
  }
  const signal = value as SignalFile;
  if (signal.kind !== signed.kind || signal.organisation !== signed.organisation)
    throw new Unusable('signal.json and manifest.json do not say the same.');
  checkCodes(signal);
  const rows = parse(files.get('signal.csv') ?? new Uint8Array(), { columns: true }) as object[];
  if (rows.length !== (signal.clusters?.length ?? 1))
    throw new Unusable('signal.csv and signal.json do not hold the same records.');
  for (const name of ['stix.json', 'misp.json']) readJson(files, name);
  return signal;
}
