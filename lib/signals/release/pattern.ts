import { passes } from './cluster-checks.ts';
import { type FacetCounts, type FacetRules, facetsOf, sizeShown } from './facets.ts';
import { type ClusterClass, classKey, LADDER } from './ladder.ts';
import { type PoolShortage, type PoolSignal, shortagesOf } from './pool.ts';

/** A cluster as it leaves: a class, a rounded count, and facets. */
export type Cluster = ClusterClass & { count: number; facets: FacetCounts };

/** What a supervisor sees of a release beside the file; computed from true sizes. */
export type ReleaseFigures = {
  /** Signals of the pool, and how many are in a cluster; the rest waits or is deleted. */
  signals: number;
  placed: number;
  smallest: number;
  /** Prosecutor risk: one in the size of the cluster. */
  highestRisk: number;
  averageRisk: number;
  /** Signals that were placed on each level of the ladder, fine to coarse. */
  perLevel: readonly number[];
  facetsDropped: number;
};

export type PatternRules = {
  /** 5, 10 in a pilot, 11 for a public file */
  k: number;
};

export type PatternRelease =
  | {
      ok: true;
      clusters: readonly Cluster[];
      figures: ReleaseFigures;
      /** places in the pool of what is in a cluster: it leaves, the rest is carried over */
      placed: ReadonlySet<number>;
    }
  | { ok: false; code: 'waits'; shortages: readonly PoolShortage[] }
  | { ok: false; code: 'no_cluster' };

/** A file for the public counts in tens. */
export const roundingOf = (k: number): number => (k > 10 ? 10 : 5);

const CHUNK = 20_000;
/** The share of a level that sorting takes; checking and counting what was sorted takes the rest. */
const SORTING = 0.3;

/** Sorts what is left into the classes of one level; signals that do not say enough go on. */
function* sorted(rest: readonly PoolSignal[], level: number): Generator<number, Sorted> {
  const classes = new Map<string, { class: ClusterClass; members: PoolSignal[] }>();
  const unsaid: PoolSignal[] = [];
  for (const [i, one] of rest.entries()) {
    if (i % CHUNK === 0) yield SORTING * (i / rest.length);
    const found = LADDER[level]?.(one.signal) ?? null;
    if (!found) unsaid.push(one);
    else {
      const key = classKey(found);
      const known = classes.get(key);
      if (known) known.members.push(one);
      else classes.set(key, { class: found, members: [one] });
    }
  }
  return { classes, unsaid };
}
type Sorted = {
  classes: Map<string, { class: ClusterClass; members: PoolSignal[] }>;
  unsaid: PoolSignal[];
};

function figuresOf(
  pool: readonly PoolSignal[],
  sizes: readonly number[],
  perLevel: readonly number[],
  facetsDropped: number,
): ReleaseFigures {
  const placed = sizes.reduce((sum, size) => sum + size, 0);
  const smallest = Math.min(...sizes);
  return {
    signals: pool.length,
    placed,
    smallest,
    highestRisk: 1 / smallest,
    averageRisk: sizes.length / placed,
    perLevel,
    facetsDropped,
  };
}

function placesOf(pool: readonly PoolSignal[], inCluster: ReadonlySet<PoolSignal>): Set<number> {
  const places = new Set<number>();
  for (const [i, one] of pool.entries()) if (inCluster.has(one)) places.add(i);
  return places;
}

/**
 * The pattern release of a quarter (signals.md, "Pattern release"), in steps: each step yields how far it is
 * (0 to 1), and whoever drives it may stop at any. It does not depend on the order of the pool.
 */
export function* releasePattern(
  pool: readonly PoolSignal[],
  { k }: PatternRules,
): Generator<number, PatternRelease> {
  const shortages = shortagesOf(pool);
  if (shortages.length > 0) return { ok: false, code: 'waits', shortages };
  const rules: FacetRules = { k, rounding: roundingOf(k) };
  const clusters: Cluster[] = [];
  const sizes: number[] = [];
  const inCluster = new Set<PoolSignal>();
  const perLevel: number[] = [];
  let dropped = 0;
  let rest: readonly PoolSignal[] = pool;
  for (let level = 0; level < LADDER.length; level++) {
    // Where most are placed on the first level, a fifth of the way would be all that anybody saw.
    const far = (share: number) =>
      Math.max((level + share) / LADDER.length, inCluster.size / pool.length);
    const steps = sorted(rest, level);
    let step = steps.next();
    while (!step.done) {
      yield far(step.value);
      step = steps.next();
    }
    const { classes, unsaid } = step.value;
    const next: PoolSignal[] = [...unsaid];
    let placed = 0;
    let looked = 0;
    for (const { class: found, members } of classes.values()) {
      yield far(SORTING + (1 - SORTING) * (looked / rest.length));
      looked += members.length;
      const size = sizeShown(members.length, rules);
      if (!passes(members, k) || size === 0) for (const one of members) next.push(one);
      else {
        const { facets, dropped: codes } = facetsOf(members, rules);
        clusters.push({ ...found, count: size, facets });
        sizes.push(members.length);
        dropped += codes;
        placed += members.length;
        for (const one of members) inCluster.add(one);
      }
    }
    perLevel.push(placed);
    rest = next;
  }
  if (clusters.length === 0) return { ok: false, code: 'no_cluster' };
  clusters.sort((a, b) => (classKey(a) < classKey(b) ? -1 : 1));
  const figures = figuresOf(pool, sizes, perLevel, dropped);
  return { ok: true, clusters, figures, placed: placesOf(pool, inCluster) };
}

/** Drives a release to its end, for whoever needs no progress. */
export function wholePatternRelease(
  pool: readonly PoolSignal[],
  rules: PatternRules,
): PatternRelease {
  const steps = releasePattern(pool, rules);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
