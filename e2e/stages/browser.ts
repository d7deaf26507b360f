import { existsSync, readFileSync, rmSync } from 'node:fs';
import { provideChromium } from '../chromium.ts';
import { provideFirefox } from '../firefox.ts';
import { runTool } from './command.ts';
import type { StageResult } from './result.ts';

const report = new URL('../../.tmp/e2e-results.json', import.meta.url);

type Suite = { suites?: Suite[]; specs?: { title: string; tests: { status: string }[] }[] };
type Report = Suite & { stats: { expected: number } };

const specsOf = (suite: Suite): { title: string; tests: { status: string }[] }[] => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];

/** The specs in a real browser against the production build, counted from Playwright's own report. */
export async function browserStage(): Promise<StageResult> {
  provideChromium();
  provideFirefox();
  rmSync(report, { force: true });
  const code = await runTool('@playwright/test playwright', [
    'test',
    '--config',
    'e2e/playwright.config.ts',
  ]);
  if (!existsSync(report)) {
    const failures = ['Playwright wrote no report'];
    return { name: 'browser', passed: 0, failed: 1, failures, skipped: [] };
  }
  const results = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const specs = specsOf(results);
  const titled = (status: string) =>
    specs
      .filter((spec) => spec.tests.some((run) => run.status === status))
      .map((spec) => spec.title);
  const failures = titled('unexpected');
  // Only a test that says why may be tried again; that it had to be is said at the very end.
  const retried = titled('flaky');
  if (failures.length === 0 && code !== 0) failures.push(`Playwright ended with ${code}`);
  return {
    name: 'browser',
    passed: results.stats.expected + retried.length,
    failed: failures.length,
    failures,
    skipped: specs
      .filter((spec) => spec.tests.some((run) => run.status === 'skipped'))
      // What a spec may lack is a Firefox; it says so in its own words.
      .map(({ title }) => ({ title, lack: 'firefox' as const })),
    retried,
  };
}
