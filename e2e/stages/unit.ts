import { existsSync, readFileSync, rmSync } from 'node:fs';
import { runTool } from './command.ts';
import type { StageResult } from './result.ts';
import { lackOf } from './skipped.ts';

const report = new URL('../../.tmp/unit-results.json', import.meta.url);

type Report = {
  testResults: {
    name: string;
    message: string;
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

/** How much of a failure is said again at the end: enough to see which of its lines it was. */
const REASON_LINES = 12;

const reasonOf = (messages: string[] = []): string =>
  messages.join('\n').split('\n').slice(0, REASON_LINES).join('\n    ');

/** Unit and integration tests, counted from Vitest's own report. */
export async function unitStage(): Promise<StageResult> {
  rmSync(report, { force: true });
  const code = await runTool('vitest vitest', [
    'run',
    '--config',
    'lib/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report.pathname}`,
  ]);
  if (!existsSync(report)) {
    return {
      name: 'unit',
      passed: 0,
      failed: 1,
      failures: ['Vitest wrote no report'],
      skipped: [],
    };
  }
  const files = (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  // A file that breaks before its first test counts as one failure, and so does any other bad ending.
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  );
  const failures = [
    ...tests
      .filter((test) => test.status === 'failed')
      .map((test) => `${test.fullName}\n    ${reasonOf(test.failureMessages)}`),
    ...brokenFiles.map((file) => `${file.name}: ${file.message}`),
  ];
  if (failures.length === 0 && code !== 0) failures.push(`Vitest ended with ${code}`);
  return {
    name: 'unit',
    passed: count('passed'),
    failed: failures.length,
    failures,
    skipped: tests
      .filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
      .map(({ fullName }) => ({ title: fullName, lack: lackOf(fullName) })),
  };
}
