import fc from 'fast-check';
import { expect, it } from 'vitest';
import { riskOf } from './risk.ts';

it('counts classes and those who stand alone, as by hand', () => {
  const rows = [
    ['a', 'x'],
    ['a', 'x'],
    ['b', 'x'],
    ['a', 'x'],
    ['b', 'y'],
  ];
  expect(riskOf(rows)).toEqual({ records: 5, classes: 3, uniques: 2, highest: 1, average: 3 / 5 });
  expect(riskOf([])).toEqual({ records: 0, classes: 0, uniques: 0, highest: 0, average: 0 });
  // Two different rows never fall together because their cells do.
  expect(
    riskOf([
      ['a', 'bc'],
      ['ab', 'c'],
    ]).classes,
  ).toBe(2);
});

it('the average is the mean over rows of one in the size of their class', () => {
  let alone = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')), {
        minLength: 1,
      }),
      (rows) => {
        const size = (row: readonly string[]) =>
          rows.filter((one) => one.join() === row.join()).length;
        const risks = rows.map((row) => 1 / size(row));
        const figures = riskOf(rows);
        expect(figures.average).toBeCloseTo(risks.reduce((a, b) => a + b, 0) / rows.length);
        expect(figures.highest).toBe(Math.max(...risks));
        if (figures.uniques > 0) alone++;
      },
    ),
  );
  console.log(`risk: ${JSON.stringify({ alone })}`);
});
