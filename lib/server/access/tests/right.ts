import type { Database } from '../../db/database.ts';
import type { Founded } from '../../organisations/test-organisation.ts';
import type { TestMember } from '../../realtime/test-people.ts';

export type Role = 'pending' | 'counsellor' | 'supervisor';

/** What a request is made of: it would be right, sent by `owner`. */
export type Ground = { database: Database; founded: Founded; owner: TestMember; length: number };

/** Who may send an event of `/team`, each for what is their own. */
export type TeamRight = {
  may: readonly Role[];
  request(ground: Ground): Promise<object>;
  /**
   * What somebody gets who sends the owner's own request: a colleague with every role, and a member of
   * another organisation with every role there. `own`: an answer, about what is theirs.
   */
  colleague: 'own' | 'ok' | 'not_allowed' | 'malformed';
  stranger: 'own' | 'not_allowed' | 'malformed' | 'stale';
};

export const everybody = ['pending', 'counsellor', 'supervisor'] as const;
export const active = ['counsellor', 'supervisor'] as const;
export const nothing = { entries: [], seals: [], wraps: [] };
export const ofSupervisors = {
  may: ['supervisor'],
  colleague: 'ok',
  stranger: 'not_allowed',
} as const;
export const ofOwnChat = {
  may: ['counsellor'],
  colleague: 'not_allowed',
  stranger: 'not_allowed',
} as const;
