/** What one stage of `npm test` found. */
export type StageResult = {
  name: string;
  passed: number;
  failed: number;
  /** Titles of what was skipped, each with the reason. */
  skipped: string[];
};
