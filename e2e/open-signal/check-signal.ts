import { Ajv2020 } from 'ajv/dist/2020.js';
import canonicalize from 'canonicalize';
import { FIELDS, type Field, isCode } from '#lib/signals/fields.ts';
import type { Signed } from './check-manifest.ts';
import { checkSameFacts } from './check-same-facts.ts';
import { readJson } from './read-json.ts';
import { SAID_TWICE, type SignalFile } from './signal-file.ts';
import { Unusable } from './unusable.ts';

/** No string of the fields that is not in the code lists, whatever the schema in the file allows. */
function checkCodes({ signal = {}, clusters = [] }: SignalFile): void {
  const named: [string, string][] = Object.entries(signal).flatMap(([field, value]) =>
    [value].flat().map((code): [string, string] => [field, String(code)]),
  );
  for (const { facets } of clusters)
    for (const [field, counts] of Object.entries(facets))
      for (const code of Object.keys(counts ?? {})) named.push([field, code]);
  for (const [field, code] of named)
    if (!Object.hasOwn(FIELDS, field) || !isCode(field as Field, code)) {
      const what = Object.hasOwn(FIELDS, field) ? field : 'a field of its own';
      throw new Unusable(`signal.json holds something in ${what} that is no code.`);
    }
}

/** The schema, the codes, and that every file says the same. @throws Unusable */
export function checkSignal(files: ReadonlyMap<string, Uint8Array>, signed: Signed): SignalFile {
  const value = readJson(files, 'signal.json');
  const schema = readJson(files, 'signal.schema.json') as object;
  const ajv = new Ajv2020({ strict: false });
  // Not where or why: that would repeat what a stranger wrote.
  if (!ajv.validate(schema, value)) throw new Unusable('signal.json does not fit its schema.');
  const signal = value as SignalFile;
  const apart = SAID_TWICE.some(
    (name) => canonicalize(signal[name]) !== canonicalize(signed[name]),
  );
  if (apart) throw new Unusable('signal.json and manifest.json do not say the same.');
  checkCodes(signal);
  checkSameFacts(files, signal);
  return signal;
}
