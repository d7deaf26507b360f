import * as z from '#lib/protocol/zod.ts';

/** A name, a source or a sentence: spaces, dots and what nobody sees are none. */
export const filled = z.string().check(z.regex(/[\p{L}\p{N}]/u, { error: 'is empty' }));

/** A sentence in each language, none of them empty. */
export const words = z.strictObject({ nl: filled, fr: filled, en: filled });

/** A day of the calendar, such as 2026-12-03. */
export const day = z.iso.date({ error: 'is no day of the calendar, such as 2026-12-03' });
