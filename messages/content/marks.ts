/**
 * What a sentence or a number rests on. own: our advice. V read on a public page, R read in a source that is not
 * public, O the same but old or from memory, U not verified.
 */
export type Mark = 'own' | 'V' | 'R' | 'O' | 'U';

/** Somebody put their name to it; a name that was emptied is nobody's. */
export const isSigned = (name: string | null): boolean => name !== null && name.trim() !== '';

/** The one rule of what may be shown as true: what was read in a source, and what somebody put their name to. */
export const isConfirmed = (mark: Mark, confirmedBy: string | null): boolean =>
  (mark !== 'O' && mark !== 'U') || isSigned(confirmedBy);
