import { beforeAll, expect, test } from 'vitest';
import { unreachedBranches } from './test-coverage.ts';
import { type HuntReport, hunt } from './test-hunt.ts';

// Whatever anybody sends gets a code or a close: no crash, no fault of ours, nothing of one organisation
// for another, memory flat. A longer hunt: `npx tsx e2e/hostile.ts --events 1000000`.

const events = 100_000;
const seed = 20_261_123;

let report: HuntReport;
beforeAll(async () => {
  report = await hunt({ events, seed, databaseUrl: null });
  process.stdout.write(`${JSON.stringify(report)}\n`);
}, 900_000);

test(`${events} events and requests do no harm`, () => {
  expect(report.violations).toEqual([]);
  expect(report.events).toBeGreaterThanOrEqual(events);
});

test('and they reached every event, every route and every code', () => {
  expect(unreachedBranches(report.branches)).toEqual([]);
});
