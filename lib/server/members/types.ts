import type { Addition } from '../directory/types.ts';

/** A change of a member's standing, with the entries that make it true for everybody else. */
export type StandingChange = { memberId: string; organisationId: string; addition: Addition };
