import { type SettingsDraft, settingsOf } from './hours-draft.ts';

/** A part of the form that is one thing to whoever fills it in. `days.0` is Monday. */
export type DraftPart = 'name' | 'zone' | 'lastIntake' | `days.${number}`;

export type MergedDraft = {
  draft: SettingsDraft;
  /** What both changed, each in another way: there the published one stands. */
  overtaken: readonly DraftPart[];
};

/**
 * What somebody changed, laid over what a colleague published meanwhile. Whatever they did not touch is
 * as published; of a list (countries, languages, days off) only what they added or took away is theirs.
 * @param base what was published when they began to change it
 */
export function mergeDraft(
  base: SettingsDraft,
  mine: SettingsDraft,
  published: SettingsDraft,
): MergedDraft {
  const overtaken: DraftPart[] = [];
  const pick = <T>(part: DraftPart, read: (draft: SettingsDraft) => T): T => {
    const [was, wanted, is] = [read(base), read(mine), read(published)];
    if (same(was, wanted)) return is;
    if (same(was, is) || same(wanted, is)) return wanted;
    overtaken.push(part);
    return is;
  };
  const draft = {
    // Not from the form: units are decided in another room, "closed now" with a press of its own.
    ...published,
    name: pick('name', ({ name }) => name),
    countries: mergeList(base.countries, mine.countries, published.countries),
    languages: mergeList(base.languages, mine.languages, published.languages),
    zone: pick('zone', ({ zone }) => zone),
    days: published.days.map((day, i) => pick(`days.${i}`, ({ days }) => days[i] ?? day)),
    daysOff: mergeList(base.daysOff, mine.daysOff, published.daysOff).sort(),
    lastIntake: pick('lastIntake', ({ lastIntake }) => lastIntake),
  };
  return { draft, overtaken };
}

/** Whether two drafts would be published as the same record. */
export function publishSame(one: SettingsDraft, other: SettingsDraft): boolean {
  const [a, b] = [settingsOf(one), settingsOf(other)];
  return (
    a.name === b.name &&
    same(a.hours, b.hours) &&
    sameList(a.countries, b.countries) &&
    sameList(a.languages, b.languages)
  );
}

/** The parts in which two drafts differ, among those that can be overtaken. */
export function partsChanged(from: SettingsDraft, to: SettingsDraft): readonly DraftPart[] {
  const single = (['name', 'zone', 'lastIntake'] as const).filter(
    (part) => !same(from[part], to[part]),
  );
  const days = to.days.flatMap((day, i): DraftPart[] =>
    same(from.days[i], day) ? [] : [`days.${i}`],
  );
  return [...single, ...days];
}

function mergeList<T>(base: readonly T[], mine: readonly T[], published: readonly T[]): T[] {
  const kept = published.filter((one) => mine.includes(one) || !base.includes(one));
  return [...kept, ...mine.filter((one) => !base.includes(one) && !kept.includes(one))];
}

// A name is published without spaces around it, so these are no change.
const plain = (value: unknown) =>
  JSON.stringify(typeof value === 'string' ? value.trim() : (value ?? null));
const same = (one: unknown, other: unknown) => plain(one) === plain(other);
const sameList = (one: readonly string[], other: readonly string[]) =>
  same([...one].sort(), [...other].sort());
