import type { ContentFiles } from './content-files.ts';
import { isFilled, isShown } from './info-page.ts';
import type { InfoFile } from './info-schema.ts';
import { isSigned } from './marks.ts';
import { isShownNumber, uncheckedNumbers } from './number-rules.ts';
import type { NumbersFile } from './numbers-schema.ts';
import { roles } from './roles.ts';
import type { SecrecyFile } from './secrecy-schema.ts';

/**
 * What nobody has confirmed. hidden: not on a page until somebody does. missing: the page says that it is not filled
 * in. unconfirmed: shown, and counsel has still to confirm it. unchecked: shown, and not checked for six months.
 */
export type OpenPoint = {
  kind: 'hidden' | 'missing' | 'unconfirmed' | 'unchecked';
  file: string;
  /** Block, country or entry in the file. */
  place: string;
  what: string;
};

const ofInfo = (topic: string, { blocks }: InfoFile): OpenPoint[] =>
  blocks.flatMap(({ id, items, fields = [] }) => {
    const at = { file: `info/${topic}.json`, place: id };
    return [
      ...items
        .filter((item) => !isShown(item))
        .map(({ text, mark, source, year }) => {
          const what = `"${text.en}" (${mark}; ${source}, ${year})`;
          return { kind: 'hidden' as const, ...at, what };
        }),
      ...fields
        .filter((field) => !isFilled(field))
        .map(({ label, value }) => {
          const what = value === null ? label.en : `${label.en} (nobody confirmed it)`;
          return { kind: 'missing' as const, ...at, what };
        }),
    ];
  });

const ofSecrecy = (file: SecrecyFile, today: string): OpenPoint[] =>
  Object.entries(file)
    .filter(
      ([, { confirmed_by: by, confirmed_on: on }]) => !isSigned(by) || on === null || on > today,
    )
    .map(([place]) => {
      const what = 'what stays secret is shown, and counsel has not confirmed it';
      return { kind: 'unconfirmed', file: 'secrecy.json', place, what };
    });

function ofNumbers({ entries }: NumbersFile, today: string): OpenPoint[] {
  const file = 'numbers.json';
  const hidden = entries
    .filter((entry) => !isShownNumber(entry))
    .map(({ id, mark }) => ({ kind: 'hidden' as const, file, place: id, what: `mark ${mark}` }));
  const partly = entries
    .filter((entry) => isShownNumber(entry) && entry.to_check.length > 0)
    .map(({ id, to_check }) => {
      const what = `without ${to_check.join(' and ')}`;
      return { kind: 'hidden' as const, file, place: id, what };
    });
  const nobody = (['BE', 'NL', 'LU'] as const).flatMap((country) =>
    roles
      .filter(
        (role) =>
          !entries.some((e) => e.country === country && e.roles.includes(role) && isShownNumber(e)),
      )
      .map((role) => ({
        kind: 'missing' as const,
        file,
        place: country,
        what: `nobody for ${role}`,
      })),
  );
  const unchecked = uncheckedNumbers(entries, today).map(({ id, checked_on }) => {
    return { kind: 'unchecked' as const, file, place: id, what: sinceWhen(checked_on, today) };
  });
  return [...hidden, ...partly, ...nobody, ...unchecked];
}

function sinceWhen(checkedOn: string | null, today: string): string {
  if (checkedOn === null) return 'never checked';
  return checkedOn > today
    ? `checked on ${checkedOn}, a day still to come`
    : `last checked on ${checkedOn}`;
}

/** Everything in the content files that waits for somebody. @param today as 2026-12-03 */
export const openPoints = (files: ContentFiles, today: string): OpenPoint[] => [
  ...Object.entries(files.info).flatMap(([topic, file]) => ofInfo(topic, file)),
  ...ofSecrecy(files.secrecy, today),
  ...ofNumbers(files.numbers, today),
];
