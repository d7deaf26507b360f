import type { colleagueRequests } from '#lib/protocol/team/colleague-events.ts';
import { newId } from '../../realtime/test-people.ts';
import { addHeld } from '../test-cast.ts';
import { active, ofOwnChat, type TeamRight } from './right.ts';

export const colleagueRights: { [E in keyof typeof colleagueRequests]: TeamRight } = {
  'supervisor:call': {
    ...ofOwnChat,
    async request({ database, owner }) {
      return { mailboxId: (await addHeld(database, owner)).mailboxId };
    },
  },
  'look:ask': {
    may: ['counsellor'],
    request: async () => ({ lookId: newId() }),
    colleague: 'ok',
    stranger: 'own',
  },
  'look:confirm': {
    may: active,
    request: async () => ({ lookId: newId() }),
    colleague: 'ok',
    stranger: 'own',
  },
};
