import type { Skipped } from './skipped.ts';

/** What one stage of `npm test` found. */
export type StageResult = {
  name: string;
  passed: number;
  failed: number;
  /** What failed, by name: said again at the very end, because a long output is often read from there. */
  failures: string[];
  skipped: Skipped[];
  /** Titles of what passed only when it was tried again. */
  retried?: string[];
};
