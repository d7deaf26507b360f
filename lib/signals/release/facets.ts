import { type Field, fineCodes } from '../fields.ts';
import { coarserCode, lessExact } from '../less-exact.ts';
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

/** Codes of a set; six booleans as the band that they make. */
function codesOf(value: readonly string[] | readonly boolean[], field: Field): readonly string[] {
  if (typeof value[0] !== 'boolean') return value as readonly string[];
  const band = lessExact(field, value);
  return typeof band === 'string' ? [band] : [];
}

type Counts = Map<string, number>;

const count = (counts: Counts, code: string | null): void => {
  if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
};

const coarse = (field: Field) => {
  const fine = new Set(fineCodes(field));
  return (code: string) => (fine.has(code) ? coarserCode(field, code) : code);
};

/** How many have each code of each of these fields. There can be very many signals: each is looked at once. */
function countsOf(
  members: readonly PoolSignal[],
  fields: readonly Field[],
  shownAs: (field: Field) => (code: string) => string | null,
): Counts[] {
  const all = fields.map((field) => ({ field, as: shownAs(field), counts: new Map() as Counts }));
  for (const { signal } of members)
    for (const { field, as, counts } of all) {
      const value = signal[field];
      if (value === undefined) continue;
      if (typeof value === 'string') {
        count(counts, as(value));
        continue;
      }
      const codes = codesOf(value, field);
      if (codes.length === 1) count(counts, as(codes[0] ?? ''));
      else for (const code of new Set(codes.map(as))) count(counts, code);
    }
  return all.map(({ counts }) => counts);
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
  const keep = (field: Field, found: ReturnType<typeof shown>) => {
    dropped += found.dropped;
    if (found.kept.length > 0) facets[field] = Object.fromEntries(found.kept);
  };
  const asSaid = () => (code: string) => code;
  const fine = countsOf(members, FACETS, asSaid).map((one) => shown(one, members.length, rules));
  const rare = FACETS.filter((_, i) => fine[i]?.kept.length === 0);
  const rest = countsOf(members, rare, coarse).map((one) => shown(one, members.length, rules));
  for (const [i, field] of FACETS.entries()) {
    const found = rare.includes(field) ? rest[rare.indexOf(field)] : fine[i];
    if (found) keep(field, found);
  }
  return { facets, dropped };
}

/** Size of a cluster as it leaves. */
export const sizeShown = (size: number, rules: FacetRules): number => roundDown(size, rules);
