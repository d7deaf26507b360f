const dayMilliseconds = 86_400_000;
const hourMilliseconds = 3_600_000;

/** Whole days since 1970-01-01 UTC: the finest time that a table about mailboxes knows. */
export const dayOf = (milliseconds: number): number => Math.floor(milliseconds / dayMilliseconds);

/** Whole hours since 1970-01-01 UTC, as epochs count them. */
export const hourOf = (milliseconds: number): number => Math.floor(milliseconds / hourMilliseconds);
