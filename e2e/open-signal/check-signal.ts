import { Ajv2020 } from 'ajv/dist/2020.js';
import canonicalize from 'canonicalize';
import { checkCodes } from './check-codes.ts';
import type { Signed } from './check-manifest.ts';
import { checkSameFacts } from './check-same-facts.ts';
import { readJson } from './read-json.ts';
import pinned from './signal.schema.json' with { type: 'json' };
import { SAID_TWICE, type SignalFile } from './signal-file.ts';
import { Unusable } from './unusable.ts';

/** The schema, the codes, and that every file says the same. @throws Unusable */
export function checkSignal(files: ReadonlyMap<string, Uint8Array>, signed: Signed): SignalFile {
  const value = readJson(files, 'signal.json');
  // The one in the file is for other programs: here it proves nothing, since it came with what it describes.
  if (canonicalize(readJson(files, 'signal.schema.json')) !== canonicalize(pinned))
    throw new Unusable('otherSchema');
  const ajv = new Ajv2020({ strict: false });
  // Not where or why: that would repeat what a stranger wrote.
  if (!ajv.validate(pinned, value)) throw new Unusable('notOfSchema');
  const signal = value as SignalFile;
  const apart = SAID_TWICE.some(
    (name) => canonicalize(signal[name]) !== canonicalize(signed[name]),
  );
  if (apart) throw new Unusable('apart', 'manifest.json');
  checkCodes(signal);
  checkSameFacts(files, signal);
  return signal;
}
