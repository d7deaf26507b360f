import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { FIELDS } from '../fields.ts';
import { type ReleaseFiles, releaseFiles } from '../file/pack.ts';
import { names, seededBytes, testSigner } from '../file/test-release.ts';
import { wholePatternRelease } from '../release/pattern.ts';
import type { PoolSignal } from '../release/pool.ts';
import { seededNumbers, syntheticPool, syntheticSignal } from '../synthetic.ts';

const [organisation = '', ...recipients] = names;

/** The files of a quarter as they would leave; null where nothing does. */
function filesOf(pool: readonly PoolSignal[], countedWith: string): ReleaseFiles | null {
  const release = wholePatternRelease(pool, { k: 5 });
  if (!release.ok) return null;
  const { clusters } = release;
  const consents = clusters.reduce((sum, { count }) => sum + count, 0);
  const rules = { k: 5, rounding: 5 };
  const made = releaseFiles(
    {
      kind: 'pattern',
      organisation,
      recipients,
      day: '2026-10-20',
      countedWith,
      rules,
      consents,
      clusters,
    },
    names,
    testSigner(1),
    seededBytes(2),
  );
  if (!made.ok) throw new Error(made.field);
  return made.files;
}

const textOf = (files: ReleaseFiles): string =>
  Object.values(files)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');

const pools = fc
  .record({ count: fc.integer({ min: 40, max: 200 }), seed: fc.integer() })
  .map(({ count, seed }) => syntheticPool(count, seed));

it('changing any one signal of a release leaves every other file byte-equal', () => {
  const reached = { runs: 0, ownChanged: 0, ownEqual: 0 };
  fc.assert(
    fc.property(pools, pools, fc.nat(), fc.integer(), (first, second, at, seed) => {
      const before = filesOf(second, '2026-Q3');
      const own = filesOf(first, '2026-Q2');
      const changed = first.map((one, i) =>
        i === at % first.length
          ? { ...one, signal: syntheticSignal(seededNumbers(seed), '2026-Q2') }
          : one,
      );
      const ownAfter = filesOf(changed, '2026-Q2');
      expect(filesOf(second, '2026-Q3')).toEqual(before);
      reached.runs++;
      if (own && ownAfter && textOf(own) !== textOf(ownAfter)) reached.ownChanged++;
      else reached.ownEqual++;
    }),
    { numRuns: 30 },
  );
  console.log(`attacker's view: ${JSON.stringify(reached)}`);
  // Otherwise the comparison could not have seen a file that changes.
  expect(reached.ownChanged).toBeGreaterThan(10);
});

it('no signal is in a cluster twice, and what leaves and what stays make the pool', () => {
  const reached = { released: 0, carriedOver: 0, leftLater: 0 };
  fc.assert(
    fc.property(pools, pools, (first, second) => {
      const release = wholePatternRelease(first, { k: 5 });
      if (!release.ok) return;
      reached.released++;
      const { placed, figures } = release;
      expect(placed.size).toBe(figures.placed);
      const stays = first.filter((_, i) => !placed.has(i));
      if (stays.length > 0) reached.carriedOver++;
      const next = wholePatternRelease([...stays, ...second], { k: 5 });
      if (!next.ok) return;
      expect(next.figures.placed).toBeLessThanOrEqual(stays.length + second.length);
      if ([...next.placed].some((i) => i < stays.length)) reached.leftLater++;
    }),
    { numRuns: 30 },
  );
  console.log(`carry-over: ${JSON.stringify(reached)}`);
  expect(reached.carriedOver).toBeGreaterThan(5);
  expect(reached.leftLater).toBeGreaterThan(0);
});

/** What an attacker searches a file for: ids of those in the pool, times, and words that nobody coded. */
function findings(files: ReleaseFiles, pool: readonly PoolSignal[]): string[] {
  const text = textOf(files);
  const ids = pool.flatMap(({ group, counsellor, organisation: of }) => [group, counsellor, of]);
  const found = ids.filter((id) => text.includes(`"${id}"`));
  // Days are those of the release; a time is finer. STIX wants one: it is noon of that day, for everybody.
  for (const [time] of text.matchAll(/T\d\d:\d\d(:\d\d(\.\d+)?)?/g))
    if (!/^T(00|12):00:00(\.000)?$/.test(time)) found.push(time);
  const json = JSON.parse(new TextDecoder().decode(files['signal.json']));
  for (const cluster of json.clusters) {
    const keys = Object.keys(cluster).sort().join();
    if (keys !== 'count,country,exploitation,facets,majority') found.push(keys);
    for (const field of Object.keys(cluster.facets)) if (!(field in FIELDS)) found.push(field);
  }
  return found;
}

it('no id, no time and no free text of anybody is in a file; planted ones are found', () => {
  const pool = syntheticPool(200, 5).map((one, i) => ({
    ...one,
    group: toHex(seededBytes(1000 + i)(16)),
    counsellor: `Counsellor ${i % 6}`,
  }));
  const files = filesOf(pool, '2026-Q3');
  if (!files) throw new Error('nothing to look at');
  expect(findings(files, pool)).toEqual([]);
  const planted = (text: string): ReleaseFiles => ({
    ...files,
    'planted.json': new TextEncoder().encode(text),
  });
  expect(findings(planted(`"${pool[0]?.group}"`), pool)).toEqual([pool[0]?.group]);
  expect(findings(planted('2026-10-20T14:33:07Z'), pool)).toEqual(['T14:33:07']);
  const json = JSON.parse(new TextDecoder().decode(files['signal.json']));
  json.clusters[0].note = 'Maria, 06 12 34 56 78';
  const noted = { ...files, 'signal.json': new TextEncoder().encode(JSON.stringify(json)) };
  expect(findings(noted, pool)).toHaveLength(1);
});
