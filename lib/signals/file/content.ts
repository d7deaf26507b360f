import type { Cluster } from '../release/pattern.ts';
import type { Signal } from '../signal.ts';

/** Everything that one release says; every file of it is made from this alone. */
export type ReleaseContent = {
  /** as in the organisation's signed public record */
  organisation: string;
  /** names of the units, as in the signed record */
  recipients: readonly string[];
  /** day of the release, `2026-11-24` */
  day: string;
  /** quarter of the signals, `2026-Q3`; a case may say only its year */
  period: string;
  rules: { k: number; rounding: number } | { kCase: number; coolingOffMinutes: number };
  /** consents that were verified for this release */
  consents: number;
} & ({ kind: 'pattern'; clusters: readonly Cluster[] } | { kind: 'case'; signal: Signal });
