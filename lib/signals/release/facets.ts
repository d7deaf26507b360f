import { type Field, fineCodes } from '../fields.ts';
import { coarserCode, lessExact } from '../less-exact.ts';
import type { Signal } from '../signal.ts';
import { FACETS } from './cluster-checks.ts';
import type { PoolSignal } from './pool.ts';

/** By field and code: so many of the cluster, rounded down. */
export type FacetCounts = Partial<Record<Field, Readonly<Record<string, number>>>>;

export type FacetRules = {
  /** smallest count that is shown */
  k: number;
  rounding: number;
};

/** Fewer who do not have it would be told what they do not have. */
const LEAST_WITHOUT = 2;
/** Family members know each other's lives. */
const FAMILY: readonly string[] = ['Familial', 'ThroughFamilyOrFamilyEvents'];
const SILENT: readonly string[] = ['unknown', 'NonSpecifiedUnknown', 'other_or_unknown'];

const roundDown = (count: number, { rounding }: FacetRules): number =>
  Math.floor(count / rounding) * rounding;

/** Codes of a field; six booleans as the band that they make. */
function codesOf(signal: Signal, field: Field): readonly string[] {
  const value = signal[field];
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  if (typeof value[0] !== 'boolean') return value as readonly string[];
  const band = lessExact(field, value);
  return typeof band === 'string' ? [band] : [];
}

function countsOf(members: readonly PoolSignal[], field: Field, isCoarse: boolean) {
  const fine = fineCodes(field);
  const counts = new Map<string, number>();
  for (const { signal } of members) {
    const codes = codesOf(signal, field).map((code) =>
      isCoarse && fine.includes(code) ? coarserCode(field, code) : code,
    );
    for (const code of new Set(codes))
      if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function shown(counts: Map<string, number>, size: number, rules: FacetRules) {
  const kept: [string, number][] = [];
  let dropped = 0;
  for (const [code, count] of counts) {
    if (SILENT.includes(code)) continue;
    const least = FAMILY.includes(code) ? 2 * rules.k : rules.k;
    const rounded = roundDown(count, rules);
    if (count < least || size - count < LEAST_WITHOUT || rounded === 0) dropped++;
    else kept.push([code, rounded]);
  }
  return { kept: kept.sort(([a], [b]) => (a < b ? -1 : 1)), dropped };
}

/**
 * The facets of a cluster. A field is shown in its fine codes where one of them is common enough, else in its
 * coarse ones; never in both, whose difference would tell more than either.
 * @returns how many codes were dropped as well
 */
export function facetsOf(
  members: readonly PoolSignal[],
  rules: FacetRules,
): { facets: FacetCounts; dropped: number } {
  const facets: FacetCounts = {};
  let dropped = 0;
  for (const field of FACETS) {
    const fine = shown(countsOf(members, field, false), members.length, rules);
    const best =
      fine.kept.length > 0 ? fine : shown(countsOf(members, field, true), members.length, rules);
    dropped += best.dropped;
    if (best.kept.length > 0) facets[field] = Object.fromEntries(best.kept);
  }
  return { facets, dropped };
}

/** Size of a cluster as it leaves. */
export const sizeShown = (size: number, rules: FacetRules): number => roundDown(size, rules);
