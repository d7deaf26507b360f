import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coarserCode } from '../less-exact.ts';
import { parseSignal, type Signal } from '../signal.ts';
import { seededNumbers, syntheticSignal } from '../synthetic.ts';
import { generaliseCase } from './case.ts';

const signals = fc.integer().map((seed) => {
  const next = seededNumbers(seed);
  const all = Array.from({ length: 8 + Math.floor(next() * 30) }, () => ({
    ...syntheticSignal(next, '2026-Q3'),
    age_band: '18-23' as const,
  }));
  return all;
});

const codesOf = (signal: Signal, field: keyof Signal): string[] =>
  [signal[field] ?? []].flat().map(String);

it('a case says nothing that fewer than five of the organisation say, but its class', () => {
  const reached = { struck: 0, coarser: 0, kept: 0 };
  fc.assert(
    fc.property(signals, (all) => {
      const [first] = all as [Signal];
      const { signal, coarsened } = generaliseCase(first, { pattern: [], case: all });
      expect(parseSignal(signal, 'case').ok).toBe(true);
      for (const { to } of coarsened) to === null ? reached.struck++ : reached.coarser++;
      for (const field of Object.keys(signal) as (keyof Signal)[]) {
        if (field === 'country' || field === 'exploitation' || field === 'age_band') continue;
        for (const code of codesOf(signal, field)) {
          reached.kept++;
          const others = all.filter((one) =>
            codesOf(one, field).some((fine) => {
              for (let at: string | null = fine; at; at = coarserCode(field, at))
                if (at === code) return true;
              return false;
            }),
          );
          expect(others.length, `${field} ${code}`).toBeGreaterThanOrEqual(5);
        }
      }
    }),
    { numRuns: 100 },
  );
  console.log(`case: ${JSON.stringify(reached)}`);
  expect(reached.struck).toBeGreaterThan(100);
  expect(reached.coarser).toBeGreaterThan(50);
});

it('alone, only the class stays', () => {
  const signal: Signal = {
    country: 'NL',
    region: 'NL1',
    age_band: '24-29',
    gender: 'Feminine',
    exploitation: 'ForcedLabour',
    labour_sector: 'F_Construction',
    means_of_control: ['DebtBondage'],
    period: '2026-Q3',
  };
  expect(generaliseCase(signal, { pattern: [], case: [signal] }).signal).toEqual({
    country: 'NL',
    age_band: 'adult',
    exploitation: 'labour',
  });
});

it('a pattern yes and a case yes of the same three people are three people, not six', () => {
  const one: Signal = { country: 'NL', age_band: '24-29', gender: 'Feminine' };
  const three = [one, one, one];
  const five = [...three, one, one];
  expect(generaliseCase(one, { pattern: three, case: three }).signal.gender).toBeUndefined();
  // Added up they would be enough, as they were.
  expect([...three, ...three].length).toBeGreaterThanOrEqual(5);
  for (const held of [
    { pattern: five, case: [one] },
    { pattern: [], case: five },
  ])
    expect(generaliseCase(one, held).signal.gender).toBe('Feminine');
});
