import * as z from '#lib/protocol/zod.ts';

const words = z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() });
const text = z.strictObject({
  exceptions: words,
  first_to_you: words,
  confirmed_by: z.nullable(z.string()),
  confirmed_on: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
});

/** `secrecy.json`: what is passed on and when, one text per country because the law differs. */
export const secrecyFile = z.strictObject({ BE: text, NL: text, LU: text });
