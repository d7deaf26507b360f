import canonicalize from 'canonicalize';
import { Unusable } from './unusable.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** The two that are held against each other stand in RFC 8785 form, the others in lines that people read. */
const CANONICAL = ['manifest.json', 'signal.json'];

const written = (name: string, value: unknown): string | undefined =>
  CANONICAL.includes(name) ? canonicalize(value) : JSON.stringify(value, null, 2);

/**
 * A JSON file that says one thing to every program: of a name that stands in it twice some read the first value
 * and some the last. So it must be, byte for byte, how its own value is written.
 * @throws Unusable
 */
export function readJson(files: Files, name: string): unknown {
  const bytes = files.get(name);
  if (!bytes) throw new Unusable('missing', name);
  let value: unknown;
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Unusable('noJson', name);
  }
  if (written(name, value) !== text) throw new Unusable('otherForm', name);
  return value;
}
