import { findPostgres } from '#lib/server/db/test-postgres.ts';
import { runTool } from './command.ts';
import type { StageResult } from './result.ts';
import type { Skipped } from './skipped.ts';

const onPostgres = ['--postgres', '--kills', '2', '--cuts', '2', '--restarts', '0'];
const few = ['e2e/kills.ts', ...onPostgres, '--database-kills', '3'];

/** Ten kills and ten cuts while both sides write, and the weakened copies whose faults must be found. */
export async function killsStage(): Promise<StageResult> {
  const args = ['e2e/kills.ts', '--kills', '10', '--cuts', '10', '--prove'];
  const failures = (await runTool('tsx tsx', args)) === 0 ? [] : ['npm run kills'];
  const skipped: Skipped[] = [];
  let passed = 1 - failures.length;
  if (findPostgres() === null) skipped.push({ title: 'kills on PostgreSQL', lack: 'postgres' });
  else if ((await runTool('tsx tsx', [...few])) === 0) passed += 1;
  else failures.push('npm run kills -- --postgres');
  return { name: 'kills', passed, failed: failures.length, failures, skipped };
}
