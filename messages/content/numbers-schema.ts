import * as z from '#lib/protocol/zod.ts';
import { dialsWhatItShows } from './dial.ts';
import { roles } from './roles.ts';
import { day, filled, words } from './words-schema.ts';

/** As it is read: letters of other scripts, which `xn--` stands for, can look like another site. */
const host = z.string().check(
  z.regex(/^(?!(.*\.)?xn--)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, {
    error: 'is no host such as example.org (an address with xn-- is refused)',
  }),
);

/**
 * `numbers.json`. Marks: V read on a public page, O the same but older than three years, R from research
 * notes, U not verified (`marks.ts`). A field named in `to_check` is uncertain even where the entry is V.
 */
export const numbersFile = z.strictObject({
  entries: z.array(
    z
      .strictObject({
        id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
        country: z.enum(['EU', 'BE', 'NL', 'LU']),
        numbers: z.array(
          z.strictObject({
            shown: filled,
            dial: z.string().check(z.regex(/^\+?[0-9]{3,14}$/, { error: 'is no number to dial' })),
          }),
        ),
        site: z.nullable(host),
        app_for_who_cannot_speak: z.boolean(),
        /** Under which headings it stands on the pages to read. */
        roles: z.array(z.enum(roles)).check(z.minLength(1)),
        name: words,
        purpose: words,
        languages: z.array(z.enum(['nl', 'fr', 'en', 'de', 'lb'])),
        hours: z.nullable(words),
        to_check: z.array(z.enum(['number', 'hours', 'languages'])),
        source: filled,
        mark: z.enum(['V', 'O', 'R', 'U']),
        checked_on: z.nullable(day),
        checked_by: z.nullable(filled),
      })
      .check(
        z.refine(({ checked_on, checked_by }) => (checked_on === null) === (checked_by === null), {
          error: 'needs both the day of the check and who checked',
          path: ['checked_on'],
        }),
        z.refine(
          (entry) => entry.numbers.length > 0 || entry.site || entry.app_for_who_cannot_speak,
          {
            error: 'are none, and there is no site and no app: nobody can be reached',
            path: ['numbers'],
          },
        ),
        z.refine(({ numbers, country }) => numbers.every((one) => dialsWhatItShows(one, country)), {
          error: 'show another number than they dial',
          path: ['numbers'],
        }),
      ),
  ),
});

export type NumbersFile = z.infer<typeof numbersFile>;
export type NumberEntry = NumbersFile['entries'][number];
