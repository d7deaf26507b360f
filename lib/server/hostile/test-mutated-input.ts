import fc from 'fast-check';
import { noise } from '../realtime/test-people.ts';

/** Stands in texts that a visitor sends; it must never stand in the log. */
export const planted = 'planted-7f3a';

const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const polluted = JSON.parse('{"__proto__":{"ok":true,"roles":3,"isAdmin":true}}');

/** What no sender of ours would put anywhere. */
const oddities: readonly unknown[] = [
  null,
  undefined,
  true,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  -0,
  0.5,
  1e308,
  2 ** 31,
  2 ** 53,
  '',
  '\0',
  `\u0000${planted}`,
  '\ud800',
  '🙂'.repeat(20),
  planted,
  'x'.repeat(5000),
  'AB'.repeat(16),
  'ab'.repeat(15),
  `${'ab'.repeat(16)}\n`,
  "' OR 1=1 --",
  '9007199254740993',
  {},
  [],
  [[]],
  deep(50),
  deep(900),
  polluted,
  { _placeholder: true, num: 0 },
  { length: 1e9 },
  { toString: 1, valueOf: null },
  { type: 'Buffer', data: [1, 2, 3] },
  { set: 1 },
  { not: '' },
  { ok: true, code: 'x' },
  new Uint8Array(0),
  noise(31),
  noise(33),
  noise(25_000),
];

const strangeKeys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'extra',
  '',
  '0',
  'n',
];

export const oddity: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.anything({ withNullPrototype: false, maxDepth: 3 }).map(sendable) },
);

/** What cannot be put on a wire at all becomes what JSON makes of it. */
function sendable(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return null;
  }
}

/** Changes valid input in one or two places. */
export function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const place = fc.nat({ max: 10_000 });
  const how = fc.constantFrom('replace', 'replace', 'drop', 'add', 'wrap', 'double');
  const change = fc.tuple(place, how, oddity, fc.constantFrom(...strangeKeys));
  return fc
    .tuple(valid, fc.array(change, { minLength: 1, maxLength: 2 }))
    .map(([value, changes]) => changes.reduce(applied, value));
}

function applied(
  value: unknown,
  [place, how, odd, key]: readonly [number, string, unknown, string],
): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return odd;
  const entries = Object.entries(value);
  const [at, inner] = entries[place % Math.max(1, entries.length)] ?? [];
  if (how === 'wrap') return [value];
  if (how === 'double') return { ...value, [key || 'again']: value };
  if (how === 'add' || at === undefined) return withKey(value, key, odd);
  if (how === 'drop')
    return fromEntries(
      value,
      entries.filter(([name]) => name !== at),
    );
  const deeper = typeof inner === 'object' && place % 3 > 0;
  const change = [Math.floor(place / 3), how, odd, key] as const;
  return withKey(value, at, deeper ? applied(inner, change) : odd);
}

/** As `JSON.parse` does it: `__proto__` becomes a key like any other. */
function withKey(value: object, key: string, inner: unknown): unknown {
  const kept = Object.entries(value).filter(([name]) => name !== key);
  return fromEntries(value, [...kept, [key, inner]]);
}

function fromEntries(like: object, entries: [string, unknown][]): unknown {
  return Array.isArray(like) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
