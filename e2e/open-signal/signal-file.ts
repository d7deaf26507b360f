import type { Field } from '#lib/signals/fields.ts';
import type { Signed } from './check-manifest.ts';

export type Facets = Partial<Record<Field, Record<string, number>>>;

/** What `signal.json` and `manifest.json` both say. */
export const SAID_TWICE = [
  'kind',
  'organisation',
  'recipients',
  'day',
  'counted_with',
  'synthetic',
  'rules',
  'consents',
] as const;

/** `signal.json` as its schema describes it. */
export type SignalFile = Pick<Signed, (typeof SAID_TWICE)[number]> & {
  signal?: Partial<Record<Field, string | string[]>>;
  clusters?: {
    country: string;
    exploitation: string;
    majority: string;
    count: number;
    facets: Facets;
  }[];
};
