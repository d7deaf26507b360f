/** A value that JSON can carry. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * RFC 8785 (JCS): one text for one value, so that a hash can stand for it. Numbers and strings
 * are written by ECMAScript's own rules, which that RFC adopts; keys are sorted by UTF-16 units.
 * Throws TypeError for what has no canonical form (not finite, lone surrogate).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('not finite');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new TypeError('surrogate');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const pairs = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${canonicalJson(key)}:${canonicalJson(inner)}`);
  return `{${pairs.join(',')}}`;
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
