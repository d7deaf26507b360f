import type { Signal } from '../signal.ts';
import { groupOf, majorityOf } from '../signal-class.ts';

/** What a cluster says of everybody in it, and no more. `any`: nothing. */
export type ClusterClass = {
  country: 'BE' | 'NL' | 'LU' | 'other' | 'Benelux';
  exploitation: 'sexual' | 'labour' | 'criminal' | 'other' | 'non-sexual' | 'any';
  majority: 'minor' | 'adult' | 'unknown' | 'any';
};

type Level = (signal: Signal) => ClusterClass | null;

const BENELUX: readonly string[] = ['BE', 'NL', 'LU', 'Benelux'];

const countryOf = ({ country }: Signal): ClusterClass['country'] | null =>
  country === 'BE' || country === 'NL' || country === 'LU' || country === 'other' ? country : null;

const inBenelux = ({ country }: Signal): boolean => BENELUX.includes(country ?? '');

function twoGroups(signal: Signal): 'sexual' | 'non-sexual' | null {
  if (signal.exploitation === 'non-sexual') return 'non-sexual';
  const group = groupOf(signal);
  if (group === null) return null;
  return group === 'sexual' ? 'sexual' : 'non-sexual';
}

const fromBenelux =
  (of: (signal: Signal) => Omit<ClusterClass, 'country'> | null): Level =>
  (signal) => {
    const rest = inBenelux(signal) ? of(signal) : null;
    return rest && { country: 'Benelux', ...rest };
  };

const withGroup: Level = (signal) => {
  const country = countryOf(signal);
  const exploitation = groupOf(signal);
  return country && exploitation && { country, exploitation, majority: majorityOf(signal) };
};

/**
 * The fixed ladder of a calendar year, fine to coarse, the same for every recipient: what does not pass on one
 * level moves on to the next, with the class that it has there. Null: this signal does not say enough.
 */
export const LADDER: readonly Level[] = [
  withGroup,
  fromBenelux((signal) => {
    const exploitation = groupOf(signal);
    return exploitation && { exploitation, majority: majorityOf(signal) };
  }),
  fromBenelux((signal) => {
    const exploitation = twoGroups(signal);
    return exploitation && { exploitation, majority: majorityOf(signal) };
  }),
  fromBenelux((signal) => ({ exploitation: 'any', majority: majorityOf(signal) })),
  fromBenelux(() => ({ exploitation: 'any', majority: 'any' })),
];

/** What a signal lacks to be counted on any level; null: nothing. Whoever agrees to be counted must be countable. */
export function missingToCount(signal: Signal): 'country' | 'kind' | null {
  if (LADDER.some((level) => level(signal) !== null)) return null;
  return signal.country === undefined ? 'country' : 'kind';
}

/** One text for one class. */
export const classKey = ({ country, exploitation, majority }: ClusterClass): string =>
  `${country} ${exploitation} ${majority}`;
