import { runTool } from './command.ts';
import type { StageResult } from './result.ts';

/** Ten kills and ten cuts while both sides write, and the weakened copies whose faults must be found. */
export async function killsStage(): Promise<StageResult> {
  const args = ['e2e/kills.ts', '--kills', '10', '--cuts', '10', '--prove'];
  const failed = (await runTool('tsx tsx', args)) === 0 ? 0 : 1;
  const failures = failed ? ['npm run kills'] : [];
  return { name: 'kills', passed: 1 - failed, failed, failures, skipped: [] };
}
