import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../code-lists.ts';
import { parseSignal } from '../signal.ts';
import { isPositive, positiveDimensions, withIndicators } from './dimensions.ts';
import { INDICATORS, type Weight } from './operational-indicators.ts';

const standards = process.env.STANDARDS_DIR ?? '';
const at = (dimension: string, code: string): number =>
  INDICATORS.findIndex((one) => one.dimension === dimension && one.code === code);

describe('the operational indicators', () => {
  it.skipIf(standards === '')(
    'are those of the ILO, with its weights (needs STANDARDS_DIR)',
    () => {
      const { dimensions } = JSON.parse(
        readFileSync(join(standards, 'ilo-indicators-2009.json'), 'utf8'),
      );
      const theirs = dimensions.flatMap(
        (one: { dimension: string; indicators: Record<string, string>[] }) =>
          one.indicators.map((each) => ({
            dimension: one.dimension,
            code: each.code,
            adult: each.adult_labour,
            child: each.child_labour,
          })),
      );
      const word = (weight: Weight) => (weight === '-' ? 'absent' : weight);
      const ours = INDICATORS.map((one) => ({
        ...one,
        adult: word(one.adult),
        child: word(one.child),
      }));
      expect(ours).toEqual(theirs);
      expect(ours.length).toBe(67);
    },
  );

  it.each([
    ['SS', true],
    ['SM', true],
    ['SW', true],
    ['MMM', true],
    ['MMW', true],
    ['S', false],
    ['MM', false],
    ['MWW', false],
    ['WWWW', false],
    ['S-', false],
    ['', false],
  ])('%s: %s', (weights, expected) => expect(isPositive([...weights] as Weight[])).toBe(expected));

  it('a tick more never makes a dimension negative, and an unknown age claims no more than both lists', () => {
    const seen = { positive: 0, apart: 0 };
    const ticks = fc.uniqueArray(fc.nat(INDICATORS.length - 1), { maxLength: 20 });
    fc.assert(
      fc.property(ticks, fc.nat(INDICATORS.length - 1), (ticked, more) => {
        const ages = ['16-17', '24-29', 'unknown'] as const;
        const [child, adult, unknown] = ages.map((age) => positiveDimensions(ticked, age));
        for (const [i, age] of ages.entries()) {
          const after = positiveDimensions([...ticked, more], age);
          expect([child, adult, unknown][i]?.every((was, d) => !was || after[d])).toBe(true);
        }
        expect(unknown).toEqual(DIMENSIONS.map((_, d) => child?.[d] && adult?.[d]));
        if (unknown?.some(Boolean)) seen.positive++;
        if (JSON.stringify(child) !== JSON.stringify(adult)) seen.apart++;
      }),
      { numRuns: 500 },
    );
    console.log(`indicators: ${JSON.stringify(seen)}`);
    expect(Math.min(seen.positive, seen.apart)).toBeGreaterThan(20);
  });

  it('make six booleans of a signal about work, and of no other', () => {
    const ticked = [at('D5', 'violence'), at('D5', 'debt_bondage'), at('D4', 'bad_living')];
    const work = withIndicators({ exploitation: 'ForcedLabour', age_band: '24-29' }, ticked);
    expect(work.indicators).toEqual([false, false, false, false, true, false]);
    expect(parseSignal(work, 'pattern')).toMatchObject({ ok: true });
    const stale = { ...work, exploitation: 'SexualExploitation' };
    expect(withIndicators(stale, ticked)).not.toHaveProperty('indicators');
    expect(withIndicators(work, [])).not.toHaveProperty('indicators');
  });
});
