import type { Doer } from '../audit/append.ts';
import type { Addition } from '../directory/types.ts';

/** A change of a member's standing, with the entries that make it true for everybody else, and who does it. */
export type StandingChange = {
  memberId: string;
  organisationId: string;
  addition: Addition;
  by: Doer;
};
