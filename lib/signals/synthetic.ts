import { type Field, fineCodes, isSet } from './fields.ts';
import { fillIn, isAskable } from './fill-in.ts';
import { orderedSet } from './less-exact.ts';
import type { PoolSignal } from './release/pool.ts';
import type { Signal } from './signal.ts';

/** mulberry32: the same numbers for the same seed, for tests and the demo; never for anything secret. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ORDER: readonly Field[] = [
  ...(['country', 'age_band', 'gender', 'exploitation', 'sex_exploitation_form'] as const),
  ...([
    'labour_sector',
    'recruitment_method',
    'recruitment_platform',
    'recruiter_relation',
  ] as const),
  ...(['means_of_control', 'exploitation_platform', 'venue_type', 'movement'] as const),
  ...(['duration_band', 'perpetrator_count'] as const),
];

const COMMON: Partial<Record<Field, readonly string[]>> = {
  country: ['BE', 'NL', 'NL', 'LU'],
  age_band: ['16-17', '18-23', '18-23', '24-29', '30-47'],
  exploitation: ['SexualExploitation', 'OnlineSexualExploitation', 'ForcedLabour', 'ForcedLabour'],
};

/** A made-up signal. @param next numbers from 0 to 1 */
export function syntheticSignal(next: () => number, period: string): Signal {
  const pick = (codes: readonly string[]) => codes[Math.floor(next() * codes.length)] ?? '';
  let signal: Signal = { period };
  for (const field of ORDER) {
    if (!isAskable(signal, 'pattern', field) || (field !== 'country' && next() < 0.15)) continue;
    const codes = COMMON[field] ?? fineCodes(field).slice(0, 8);
    const value = isSet(field) ? orderedSet(field, [pick(codes), pick(codes)]) : pick(codes);
    signal = fillIn(signal, 'pattern', field, value);
  }
  return signal;
}

/** A made-up pool of a quarter. */
export function syntheticPool(count: number, seed: number, period = '2026-Q3'): PoolSignal[] {
  const next = seededNumbers(seed);
  return Array.from({ length: count }, (_, i) => ({
    signal: syntheticSignal(next, period),
    organisation: `o${Math.floor(next() * 2)}`,
    counsellor: `c${Math.floor(next() * 6)}`,
    group: `g${next() < 0.1 ? Math.floor(i / 2) : i}`,
  }));
}
