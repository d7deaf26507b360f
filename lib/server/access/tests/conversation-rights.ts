import type { conversationRequests } from '#lib/protocol/team/conversation-events.ts';
import { newSend, newTake, noise } from '../../realtime/test-people.ts';
import { addHeld, addWaiting } from '../test-cast.ts';
import { active, type Ground, ofOwnChat, type TeamRight } from './right.ts';

async function nextStep({ database, owner }: Ground) {
  return newSend((await addHeld(database, owner)).mailboxId, 2);
}

/** Whoever asks gets what they hold themselves. */
const ofOwnChats: TeamRight = {
  may: active,
  async request({ database, owner }) {
    await addHeld(database, owner);
    return {};
  },
  colleague: 'own',
  stranger: 'own',
};

export const conversationRights: { [E in keyof typeof conversationRequests]: TeamRight } = {
  'queue:read': {
    may: active,
    async request({ database, owner }) {
      await addWaiting(database, owner.organisationId);
      return {};
    },
    colleague: 'ok',
    stranger: 'own',
  },
  'conversation:take': {
    may: ['counsellor'],
    async request({ database, owner }) {
      const { mailboxId } = await addWaiting(database, owner.organisationId);
      return newTake(mailboxId);
    },
    colleague: 'ok',
    stranger: 'not_allowed',
  },
  'conversation:read': ofOwnChats,
  'conversation:keys': ofOwnChats,
  'conversation:rewrap': {
    may: active,
    async request({ database, owner }) {
      const { mailboxId, take } = await addHeld(database, owner);
      return { mailboxId, wrap: { ...take.wrap, blob: noise(1224) } };
    },
    colleague: 'not_allowed',
    stranger: 'not_allowed',
  },
  'conversation:send': { ...ofOwnChat, request: nextStep },
  'conversation:confirm': {
    ...ofOwnChat,
    async request(ground) {
      const held = await addHeld(ground.database, ground.owner);
      const { frame: _frame, ...step } = newSend(held.mailboxId, 2);
      return { ...step, received: [held.first.frameId] };
    },
  },
  'conversation:margin': {
    ...ofOwnChat,
    async request({ database, owner }) {
      const { mailboxId } = await addHeld(database, owner);
      return { mailboxId, blob: noise(4168) };
    },
  },
  'conversation:end': { ...ofOwnChat, request: nextStep },
  'conversation:close': {
    ...ofOwnChat,
    request: async ({ database, owner }) => ({
      mailboxId: (await addHeld(database, owner)).mailboxId,
    }),
  },
};
