import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCode } from '../fields.ts';
import { syntheticPool } from '../synthetic.ts';
import { FACETS, passes } from './cluster-checks.ts';
import type { FacetCounts } from './facets.ts';
import { classKey, LADDER } from './ladder.ts';
import { releasePattern, roundingOf, wholePatternRelease } from './pattern.ts';
import type { PoolSignal } from './pool.ts';

const pools = fc
  .record({ count: fc.integer({ min: 20, max: 400 }), seed: fc.integer() })
  .map(({ count, seed }) => syntheticPool(count, seed));
const rules = fc.constantFrom(5, 10, 11).map((k) => ({ k }));

/** Every facet is a code of its field, in the rounding. @returns how many there were */
function checkFacets(facets: FacetCounts, count: number, step: number): number {
  const all = Object.entries(facets).flatMap(([field, counts]) =>
    Object.entries(counts).map(([code, of]) => ({ field, code, of })),
  );
  for (const { field, code, of } of all) {
    expect(FACETS).toContain(field);
    expect(isCode(field as never, code)).toBe(true);
    expect(of % step).toBe(0);
    expect(of).toBeLessThanOrEqual(count + step - 1);
  }
  return all.length;
}

/** A release with what was placed by what it says, not by its place in the pool. */
function told(pool: readonly PoolSignal[]) {
  const release = wholePatternRelease(pool, { k: 5 });
  if (!release.ok) return release;
  const placed = [...release.placed].map((i) => JSON.stringify(pool[i])).sort();
  return { ...release, placed };
}

describe('a pattern release', () => {
  it('places nobody in a class under k, counts in its rounding, and says codes only', () => {
    const reached = { released: 0, clusters: 0, facets: 0, upTheLadder: 0, noCluster: 0 };
    fc.assert(
      fc.property(pools, rules, (pool, { k }) => {
        const release = wholePatternRelease(pool, { k });
        if (!release.ok) {
          reached.noCluster++;
          return;
        }
        reached.released++;
        const step = roundingOf(k);
        expect(release.figures.smallest).toBeGreaterThanOrEqual(k);
        expect(release.figures.highestRisk).toBeLessThanOrEqual(1 / k);
        const sum = release.figures.perLevel.reduce((all, one) => all + one, 0);
        expect(sum).toBe(release.figures.placed);
        expect(sum).toBeLessThanOrEqual(pool.length);
        if (release.figures.perLevel.slice(1).some((placed) => placed > 0)) reached.upTheLadder++;
        expect(new Set(release.clusters.map(classKey)).size).toBe(release.clusters.length);
        for (const { count, facets } of release.clusters) {
          reached.clusters++;
          expect(count % step).toBe(0);
          expect(count).toBeGreaterThanOrEqual(Math.floor(k / step) * step);
          reached.facets += checkFacets(facets, count, step);
        }
        const text = JSON.stringify(release.clusters);
        for (const { group, counsellor } of pool.slice(0, 20)) {
          expect(text).not.toContain(`"${group}"`);
          expect(text).not.toContain(`"${counsellor}"`);
        }
      }),
      { numRuns: 150 },
    );
    console.log(`pattern release: ${JSON.stringify(reached)}`);
    expect(reached.upTheLadder).toBeGreaterThan(20);
    expect(reached.facets).toBeGreaterThan(1000);
  });

  it('does not depend on the order of the pool', () => {
    fc.assert(
      fc.property(pools, fc.integer(), (pool, seed) => {
        const shuffled = pool
          .map((one, i) => ({ one, at: Math.sin(seed + i * 7919) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(told(shuffled)).toEqual(told(pool));
      }),
      { numRuns: 40 },
    );
  });

  it('shows a facet only if k have it and two do not; family needs twice as many', () => {
    const member = (i: number, relation: string): PoolSignal => ({
      signal: {
        country: 'NL',
        exploitation: 'ForcedLabour',
        age_band: '18-23',
        recruiter_relation: relation as 'Familial',
        duration_band: (['lt1m', '1-6m', '6-12m'] as const)[i % 3],
      },
      organisation: `o${i % 2}`,
      counsellor: `c${i % 3}`,
      group: `g${i}`,
    });
    const pool = (family: number, friends: number) => [
      ...Array.from({ length: family }, (_, i) => member(i, 'Familial')),
      ...Array.from({ length: friends }, (_, i) => member(family + i, 'Friend')),
    ];
    const relation = (family: number, friends: number) => {
      const release = wholePatternRelease(pool(family, friends), { k: 5 });
      return release.ok ? release.clusters[0]?.facets.recruiter_relation : null;
    };
    expect(relation(12, 10)).toEqual({ Familial: 10, Friend: 10 });
    expect(relation(9, 13)).toEqual({ Friend: 10 });
    // All but one are friends: a count of them would tell about the one.
    expect(relation(1, 21)).toBeUndefined();
  });

  it('merges what one group or one counsellor dominates, and never releases it alone', () => {
    const base = syntheticPool(60, 7).map((one) => ({
      ...one,
      signal: { ...one.signal, country: 'NL', exploitation: 'ForcedLabour', age_band: '18-23' },
    })) as PoolSignal[];
    expect(passes(base, 5)).toBe(true);
    expect(
      passes(
        base.map((one) => ({ ...one, counsellor: 'c' })),
        5,
      ),
    ).toBe(false);
    expect(
      passes(
        base.map((one, i) => ({ ...one, group: i < 31 ? 'g' : `${i}` })),
        5,
      ),
    ).toBe(false);
    expect(
      passes(
        base.map((one) => ({ ...one, signal: { country: 'NL' } }) as PoolSignal),
        5,
      ),
    ).toBe(false);
    // The weakened check, without them, would let all three out.
    expect(base.length).toBeGreaterThanOrEqual(5);
  });

  it('waits for twenty signals, two organisations and three counsellors', () => {
    const small = syntheticPool(19, 1).map((one) => ({
      ...one,
      organisation: 'o',
      counsellor: 'c',
    }));
    expect(wholePatternRelease(small, { k: 5 })).toEqual({
      ok: false,
      code: 'waits',
      shortages: ['too_few_signals', 'one_organisation', 'too_few_counsellors'],
    });
  });

  it('says how far it is, and can be stopped at any step', () => {
    const steps = releasePattern(syntheticPool(50_000, 3), { k: 5 });
    const seen: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) seen.push(step.value);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.every((at, i) => at >= (seen[i - 1] ?? 0) && at <= 1)).toBe(true);
    expect(LADDER).toHaveLength(5);
  });
});
