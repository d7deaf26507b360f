import * as z from '#lib/protocol/zod.ts';
import { roles } from './roles.ts';
import { day, words } from './words-schema.ts';

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
            shown: z.string(),
            dial: z.string().check(z.regex(/^\+?[0-9]{3,14}$/)),
          }),
        ),
        site: z.nullable(z.string().check(z.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/))),
        app_for_who_cannot_speak: z.boolean(),
        /** Under which headings it stands on the pages to read. */
        roles: z.array(z.enum(roles)).check(z.minLength(1)),
        name: words,
        purpose: words,
        languages: z.array(z.enum(['nl', 'fr', 'en', 'de', 'lb'])),
        hours: z.nullable(words),
        to_check: z.array(z.enum(['number', 'hours', 'languages'])),
        source: z.string(),
        mark: z.enum(['V', 'O', 'R', 'U']),
        checked_on: z.nullable(day),
        checked_by: z.nullable(z.string()),
      })
      .check(
        z.refine(({ checked_on, checked_by }) => (checked_on === null) === (checked_by === null), {
          error: 'a check needs its day and who checked',
        }),
      ),
  ),
});

export type NumbersFile = z.infer<typeof numbersFile>;
export type NumberEntry = NumbersFile['entries'][number];
