import * as z from '#lib/protocol/zod.ts';

const words = z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() });

const item = z
  .strictObject({
    text: words,
    /**
     * own: our advice. A fact: V read on a public page, R read in a source that is not public, O from memory or
     * from the organisation's own rules, U not found.
     */
    mark: z.enum(['own', 'V', 'R', 'O', 'U']),
    source: z.nullable(z.string()),
    year: z.nullable(z.int()),
    confirmed_by: z.nullable(z.string()),
  })
  .check(
    z.refine(({ mark, source, year }) => mark === 'own' || (source !== null && year !== null), {
      error: 'a fact needs its source and its year',
    }),
  );

/** One information page, in all languages, as an organisation edits it. */
export const infoFile = z.strictObject({
  title: words,
  intro: words,
  blocks: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[a-z]+$/)),
        /** list: one line each. numbers: other services stand below. */
        style: z.enum(['text', 'list', 'numbers']),
        title: words,
        items: z.array(item).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
});
export type InfoFile = z.infer<typeof infoFile>;
