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
  rules: { k: number; rounding: number } | { kCase: number; coolingOffMinutes: number };
  /** consents that were verified for this release */
  consents: number;
  /** Made by a demo, or with signals of nobody; absent from a real release, of which no byte depends on it. */
  synthetic?: true;
} & (
  | {
      kind: 'pattern';
      /**
       * The quarter with which everything was counted, `2026-Q3`; said of the file alone. It dates nothing that
       * happened: people may leave out their period, and signals that were carried over are counted later.
       */
      countedWith: string;
      clusters: readonly Cluster[];
    }
  /** Its period stands in the signal, where the person left it in. */
  | { kind: 'case'; signal: Signal }
);

/** Before the titles of what is synthetic. */
export const markOf = ({ synthetic }: ReleaseContent): string => (synthetic ? 'Synthetic: ' : '');

/** What `signal.json` and `manifest.json` both say. */
export function saidOfFile(content: ReleaseContent): Record<string, unknown> {
  const { kind, organisation, recipients, day, rules, consents } = content;
  const mark = content.synthetic ? { synthetic: true } : {};
  const said = { kind, organisation, recipients, day, rules, consents, ...mark };
  return content.kind === 'pattern' ? { ...said, counted_with: content.countedWith } : said;
}
