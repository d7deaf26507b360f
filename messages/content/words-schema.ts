import * as z from '#lib/protocol/zod.ts';

const filled = z.string().check(z.regex(/\S/, { error: 'is empty' }));

/** A sentence in each language, none of them empty. */
export const words = z.strictObject({ nl: filled, fr: filled, en: filled });

/** A day such as 2026-12-03. */
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
