/** Keys of signals that are about the same people, group by group: sorted, no key in two of them, none alone. */
export type Groups = readonly (readonly string[])[];

/** Nobody said anything. */
export const noGroups: Groups = [];

const byFirst = ([a = '']: readonly string[], [b = '']: readonly string[]): number =>
  a < b ? -1 : 1;

/** Groups and one more: whoever shares a signal with it is in it. */
const withOne = (groups: Groups, one: readonly string[]): Groups => {
  const touched = groups.filter((group) => group.some((key) => one.includes(key)));
  const joined = [...new Set([...touched.flat(), ...one])].sort();
  return [...groups.filter((group) => !touched.includes(group)), joined];
};

/**
 * All that was said together, by one person or by several: one and two, two and three make one, two and three.
 * The same in whichever order it was said.
 */
export const together = (...said: readonly Groups[]): Groups =>
  said
    .flat()
    .reduce(withOne, noGroups)
    .filter(({ length }) => length > 1)
    .sort(byFirst);

/** What is left where some signals are not there any more. */
export const among = (groups: Groups, isThere: (key: string) => boolean): Groups =>
  together(groups.map((group) => group.filter(isThere)));

/** One signal about nobody else's people. */
export const apart = (groups: Groups, key: string): Groups => among(groups, (one) => one !== key);

/** Groups of the first that the second one does not put together. */
export const beyond = (groups: Groups, others: Groups): Groups =>
  groups.filter((group) => !others.some((other) => group.every((key) => other.includes(key))));

/** Which group each signal is in, by a name: its own where nobody joined it to another. */
export function groupNames(groups: Groups): (key: string) => string {
  const names = new Map(groups.flatMap((group) => group.map((key) => [key, group[0] ?? key])));
  return (key) => names.get(key) ?? key;
}
