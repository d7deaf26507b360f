import { mkdirSync } from 'node:fs';
import { generateClient } from '#lib/server/db/generate-client.ts';
import { provideAge } from './stages/age.ts';
import { benchStage } from './stages/bench.ts';
import { browserStage } from './stages/browser.ts';
import { buildStage } from './stages/build.ts';
import { commandStage } from './stages/command.ts';
import { killsStage } from './stages/kills.ts';
import { providePostgres } from './stages/postgres.ts';
import type { StageResult } from './stages/result.ts';
import { skipLine, unexcused } from './stages/skipped.ts';
import { unitStage } from './stages/unit.ts';

// `npm test`: everything that must hold, in the order in which a failure is cheapest to find.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

mkdirSync(new URL('../.tmp', import.meta.url), { recursive: true });
await generateClient(() => say('Making the database client'));
providePostgres();
provideAge();

const stages: (() => Promise<StageResult>)[] = [
  () => commandStage('lint', '@biomejs/biome biome', ['check', '.']),
  () => commandStage('types', 'typescript tsc', ['--noEmit', '-p', '.']),
  () =>
    commandStage('architecture', 'dependency-cruiser depcruise', [
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'lib',
      'prisma',
    ]),
  () => commandStage('dead code', 'knip knip', ['--config', '.knip.json']),
  unitStage,
  buildStage,
  benchStage,
  killsStage,
  browserStage,
];

const results: StageResult[] = [];
for (const stage of stages) {
  const started = performance.now();
  const result = await stage();
  results.push(result);
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`== ${result.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
}

const sum = (key: 'passed' | 'failed'): number =>
  results.reduce((total, result) => total + result[key], 0);
const skipped = results.flatMap((result) => result.skipped);
if (skipped.length > 0) say('Skipped:');
for (const one of skipped) say(skipLine(one));
// What a machine has, or may install, has no reason to be skipped on it.
const avoidable = unexcused(skipped);
for (const { title } of avoidable)
  say(`Skipped, although this machine could have run it: ${title}`);
for (const result of results) {
  for (const title of result.retried ?? [])
    say(`TRIED AGAIN in ${result.name}, and passed only then: ${title}`);
  for (const failure of result.failures) say(`Failed in ${result.name}: ${failure}`);
}
say(`${sum('passed')} passed, ${sum('failed') + avoidable.length} failed`);
process.exitCode = sum('failed') + avoidable.length > 0 ? 1 : 0;
