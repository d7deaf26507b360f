import type { memberRequests } from '#lib/protocol/team/member-events.ts';
import { addMember, noise } from '../../realtime/test-people.ts';
import { nothing, ofSupervisors, type TeamRight } from './right.ts';

export const memberRights: { [E in keyof typeof memberRequests]: TeamRight } = {
  'member:read': {
    may: ['supervisor'],
    request: async () => ({}),
    colleague: 'ok',
    stranger: 'own',
  },
  'member:invite': {
    may: ['supervisor'],
    request: async () => ({ roles: 1 }),
    colleague: 'ok',
    stranger: 'own',
  },
  'invitation:read': {
    may: ['supervisor'],
    request: async () => ({}),
    colleague: 'ok',
    stranger: 'own',
  },
  'invitation:withdraw': {
    may: ['supervisor'],
    async request({ database, owner }) {
      const { organisationId } = owner;
      const tokenHash = noise(32);
      const data = { tokenHash, organisationId, roles: 1, expiresDay: 1_000_000 };
      await database.invitation.create({ data });
      return { id: tokenHash };
    },
    colleague: 'ok',
    stranger: 'own',
  },
  'member:approve': {
    ...ofSupervisors,
    async request({ database, owner, length }) {
      const newcomer = await addMember(database, owner.organisationId, 1, 'pending');
      return { memberId: newcomer.memberId, after: length, ...nothing };
    },
  },
  'member:suspend': {
    ...ofSupervisors,
    async request({ database, owner, length }) {
      const member = await addMember(database, owner.organisationId);
      return { memberId: member.memberId, after: length, ...nothing };
    },
  },
  'member:renew': {
    ...ofSupervisors,
    async request({ database, owner, length }) {
      const member = await addMember(database, owner.organisationId);
      return { memberId: member.memberId, after: length, ...nothing };
    },
  },
};
