import type { PatternRelease, PatternRules } from '#lib/signals/release/pattern.ts';
import type { PoolSignal } from '#lib/signals/release/pool.ts';

/** What the worker of a pattern release is given. */
export type PatternOrder = { pool: readonly PoolSignal[]; rules: PatternRules };
/** What it says. */
export type PatternNews =
  | { kind: 'progress' /** 0 to 1 */; share: number }
  | { kind: 'done'; release: PatternRelease };

/**
 * An order as it goes to the worker. As text: of very many signals a structured clone takes twice as long, and the
 * screen stands still meanwhile.
 */
export const orderText = (order: PatternOrder): string => JSON.stringify(order);

/** The order out of its text. */
export const readOrder = (text: string): PatternOrder => JSON.parse(text);
