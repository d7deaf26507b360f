import { expect, it } from 'vitest';
import { createBudget } from './budget.ts';

it('a budget fills again with time, up to what fits at once', () => {
  let now = 0;
  const has = createBudget({ atOnce: 3, eachSecond: 2 }, () => now);
  expect([has(), has(), has(), has()]).toEqual([true, true, true, false]);
  now += 1000;
  expect([has(), has(), has()]).toEqual([true, true, false]);
  now += 60_000;
  expect([has(), has(), has(), has()]).toEqual([true, true, true, false]);
});

it('a clock that is set back keeps nobody out', () => {
  let now = 7_200_000;
  const has = createBudget({ atOnce: 3, eachSecond: 2 }, () => now);
  expect([has(), has()]).toEqual([true, true]);
  now -= 3_600_000;
  expect([has(), has()]).toEqual([true, false]);
  now += 500;
  expect(has()).toBe(true);
});
