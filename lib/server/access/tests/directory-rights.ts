import type { directoryRequests } from '#lib/protocol/team/directory-events.ts';
import { noise } from '../../realtime/test-people.ts';
import { active, everybody, nothing, type TeamRight } from './right.ts';

export const directoryRights: { [E in keyof typeof directoryRequests]: TeamRight } = {
  'directory:read': {
    may: everybody,
    request: async () => ({ from: 0 }),
    colleague: 'ok',
    stranger: 'own',
  },
  'directory:append': {
    may: active,
    async request({ founded, length }) {
      const entries = [founded.teamEpoch(length + 1)];
      return { after: length, ...nothing, entries };
    },
    colleague: 'ok',
    stranger: 'not_allowed',
  },
  'keys:read': {
    may: everybody,
    async request({ database, owner }) {
      const key = { deviceId: owner.memberId, epoch: 7, blob: noise(1224) };
      const where = { organisationId: owner.organisationId };
      await database.teamEpochSeal.deleteMany({ where: { ...where, deviceId: owner.memberId } });
      await database.teamEpochSeal.create({ data: { ...where, ...key } });
      return { deviceId: owner.memberId, fromEpoch: 0 };
    },
    // Sealed to one device: whoever else fetches it cannot open it.
    colleague: 'ok',
    stranger: 'own',
  },
  'vault:store': {
    may: everybody,
    request: async () => ({ version: 2, blob: noise(400) }),
    colleague: 'own',
    stranger: 'own',
  },
};
