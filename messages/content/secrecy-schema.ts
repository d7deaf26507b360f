import * as z from '#lib/protocol/zod.ts';
import { day, filled, words } from './words-schema.ts';

const text = z.strictObject({
  exceptions: words,
  first_to_you: words,
  confirmed_by: z.nullable(filled),
  confirmed_on: z.nullable(day),
});

/** `secrecy.json`: what is passed on and when, one text per country because the law differs. */
export const secrecyFile = z.strictObject({ BE: text, NL: text, LU: text });
export type SecrecyFile = z.infer<typeof secrecyFile>;
