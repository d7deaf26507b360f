import { fileURLToPath } from 'node:url';
import { ensureBuild } from '#lib/server/build/ensure-build.ts';
import type { StageResult } from './result.ts';

/** The production build that the specs run against; made here once, so that no spec waits for it. */
export async function buildStage(): Promise<StageResult> {
  const name = 'build';
  try {
    const build = await ensureBuild(
      fileURLToPath(new URL('../..', import.meta.url)),
      null,
      (line) => process.stdout.write(`${line}\n`),
    );
    build.release();
    return { name, passed: 1, failed: 0, failures: [], skipped: [] };
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    return { name, passed: 0, failed: 1, failures: ['next build'], skipped: [] };
  }
}
