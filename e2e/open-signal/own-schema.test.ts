import { describe, expect, it } from 'vitest';
import type { ReleaseContent } from '#lib/signals/file/content.ts';
import { signalJson } from '#lib/signals/file/signal-json.ts';
import { signalSchema } from '#lib/signals/file/signal-schema.ts';
import { testCase, testPattern } from '#lib/signals/file/test-release.ts';
import { calendarDay } from './calendar-day.ts';
import { checkCodes } from './check-codes.ts';
import { checkManifest } from './check-manifest.ts';
import { checkSignal } from './check-signal.ts';
import pinned from './signal.schema.json' with { type: 'json' };
import type { SignalFile } from './signal-file.ts';
import { filesOf, hostileFiles, signedAnew, utf8 } from './test-files.ts';

function read(files: Record<string, Uint8Array>) {
  const map = new Map(Object.entries(files));
  return checkSignal(map, checkManifest(map).signed);
}

const name = 'Maria, +32 470 12 34 56';
const pattern = testPattern(5) as ReleaseContent & { kind: 'pattern' };
/** A pattern whose first cluster says something else. */
const withCluster = (change: object): ReleaseContent =>
  ({
    ...pattern,
    clusters: pattern.clusters.map((one, i) => (i === 0 ? { ...one, ...change } : one)),
  }) as ReleaseContent;
/** Its files, made by builders that do not look. */
const says = (content: ReleaseContent, schema?: object) =>
  signedAnew(content, {
    ...filesOf(pattern),
    'signal.json': utf8(signalJson(content)),
    ...(schema ? { 'signal.schema.json': utf8(JSON.stringify(schema, null, 2)) } : {}),
  });

const clusterChanges: [string, object][] = [
  ['country', { country: name }],
  ['exploitation', { exploitation: name }],
  ['majority', { majority: name }],
];

describe('the schema of the tool', () => {
  it('is the one that our builders write, to the letter of its meaning', () => {
    expect(pinned).toEqual(JSON.parse(JSON.stringify(signalSchema)));
  });

  it.each([
    ['nothing', {}],
    ['less', { ...signalSchema, additionalProperties: true }],
  ])('is not replaced by one that asks for %s', (_what, schema) => {
    expect(read(says(pattern)).kind).toBe('pattern');
    expect(() => read(says(pattern, schema))).toThrow('signal.schema.json is not the schema');
    expect(() => read(says(withCluster({ country: name }), schema))).toThrow('is not the schema');
  });

  it.each([...clusterChanges, ['a field more', { note: name }], ['count', { count: 5.5 }]])(
    'refuses a cluster with another %s',
    (_what, change) => {
      expect(() => read(says(withCluster(change)))).toThrow('does not fit its schema');
    },
  );
});

describe('the code lists, beside the schema', () => {
  it.each([
    ...clusterChanges,
    ['venue_type', { facets: { venue_type: { [name]: 5 } } }],
    ['no signal has', { facets: { [name]: { x: 5 } } }],
    ['no number', { count: name }],
    ['no number', { facets: { venue_type: { street: name } } }],
  ])('name %s of a cluster', (what, change) => {
    const file = withCluster(change) as unknown as SignalFile;
    expect(() => checkCodes(file)).toThrow(what);
    expect(() => checkCodes(file)).not.toThrow(name);
    expect(() => checkCodes(pattern as unknown as SignalFile)).not.toThrow();
  });

  it('name a field of a case', () => {
    const ofCase = (signal: object) => ({ ...testCase, signal }) as unknown as SignalFile;
    expect(() => checkCodes(ofCase({ country: 'NL', indicators: '3-4' }))).not.toThrow();
    expect(() => checkCodes(ofCase({ gender: name }))).toThrow('in gender that is no code');
    expect(() => checkCodes(ofCase({ __proto__: null, [name]: 'x' }))).toThrow('no signal has');
  });
});

describe('the day of a release', () => {
  it.each(['2025-02-30', '2025-99-99', '2025-00-10'])('is one of a calendar: not %s', (day) => {
    expect(calendarDay('2024-02-29')).toBe(19_782);
    const files = hostileFiles({ ...testCase, day });
    expect(() => read(files)).toThrow('is no day');
  });

  it('is one on which the key that signed was valid', () => {
    for (const day of ['2024-10-03', '2025-10-05'])
      expect(() => read(hostileFiles({ ...testCase, day }))).toThrow('was not valid on the day');
  });
});
