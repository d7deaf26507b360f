import { FIELDS, type Field } from '../fields.ts';
import type { PoolSignal } from './pool.ts';

const LEAST_GROUPS = 3;
/** A cluster in which everybody tells the same says it of each of them. */
const LEAST_STORIES = 3;

/** Fields that leave as counts in a pattern release, in the order of FIELDS. */
export const FACETS = (Object.keys(FIELDS) as Field[]).filter(
  (field) => FIELDS[field].role.pattern === 'F',
);

function largest(values: Iterable<string>): { most: number; distinct: number } {
  const counts = new Map<string, number>();
  let most = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > most) most = count;
  }
  return { most, distinct: counts.size };
}

/** What a signal says in all its facets, as one text. */
const storyOf = ({ signal }: PoolSignal): string =>
  FACETS.map((field) => JSON.stringify(signal[field] ?? null)).join();

/**
 * Whether a class may be a cluster: k signals; at least three groups, none and no counsellor with more than
 * half (dominance); at least three different stories (l-diversity over all facets together).
 */
export function passes(members: readonly PoolSignal[], k: number): boolean {
  if (members.length < k) return false;
  const half = members.length / 2;
  const groups = largest(members.map(({ group }) => group));
  if (groups.distinct < LEAST_GROUPS || groups.most > half) return false;
  if (largest(members.map(({ counsellor }) => counsellor)).most > half) return false;
  const stories = new Set<string>();
  for (const member of members) {
    stories.add(storyOf(member));
    if (stories.size >= LEAST_STORIES) return true;
  }
  return false;
}
