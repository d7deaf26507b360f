import * as z from '#lib/protocol/zod.ts';
import { filled, words } from './words-schema.ts';

const item = z
  .strictObject({
    text: words,
    /**
     * own: our advice. A fact: V read on a public page, R read in a source that is not public, O from memory or
     * from the organisation's own rules, U not found.
     */
    mark: z.enum(['own', 'V', 'R', 'O', 'U']),
    source: z.nullable(filled),
    year: z.nullable(z.int()),
    confirmed_by: z.nullable(filled),
  })
  .check(
    z.refine(({ mark, source, year }) => mark === 'own' || (source !== null && year !== null), {
      error: 'is a fact, which needs its source and its year',
    }),
  );

/**
 * What only an organisation or its counsel can say, such as who is responsible. Until it is filled in and somebody
 * put their name to it, the page says that it is not.
 */
const field = z.strictObject({
  label: words,
  value: z.nullable(words),
  confirmed_by: z.nullable(filled),
});

/** One information page, in all languages, as an organisation edits it. */
export const infoFile = z.strictObject({
  title: words,
  intro: words,
  blocks: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[a-z]+$/)),
        /** list: one line each. example: part of the block above. numbers: other services stand below. */
        style: z.enum(['text', 'list', 'example', 'numbers']),
        title: words,
        items: z.array(item).check(z.minLength(1)),
        fields: z.optional(z.array(field)),
      }),
    )
    .check(z.minLength(1)),
});
export type InfoFile = z.infer<typeof infoFile>;
