import type { PatternRelease, PatternRules } from '#lib/signals/release/pattern.ts';
import type { PoolSignal } from '#lib/signals/release/pool.ts';

/** What the worker of a pattern release is given, and what it says. */
export type PatternOrder = { pool: readonly PoolSignal[]; rules: PatternRules };
export type PatternNews =
  | { kind: 'progress' /** 0 to 1 */; share: number }
  | { kind: 'done'; release: PatternRelease };
