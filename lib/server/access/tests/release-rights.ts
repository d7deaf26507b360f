import type { releaseRequests } from '#lib/protocol/team/release-events.ts';
import { sha256 } from '../../credentials/tokens.ts';
import { addMember, newId, noise } from '../../realtime/test-people.ts';
import { addPool, addSealed } from '../test-cast.ts';
import { ofSupervisors, type TeamRight } from './right.ts';

export const releaseRights: { [E in keyof typeof releaseRequests]: TeamRight } = {
  'release:make': {
    ...ofSupervisors,
    async request({ database, owner }) {
      const { refHash } = await addSealed(database, owner.organisationId);
      const contentHash = noise(32);
      const { organisationId, memberId } = owner;
      const second = await addMember(database, organisationId, 2);
      for (const one of [memberId, second.memberId]) {
        const approval = { organisationId, refHash, memberId: one, contentHash, day: 1 };
        await database.approval.create({ data: approval });
      }
      const file = noise(300);
      return { releaseId: newId(), refHash, contentHash, fileHash: sha256(file), file };
    },
    colleague: 'ok',
    stranger: 'stale',
  },
  'pattern:approve': {
    ...ofSupervisors,
    async request({ database, owner }) {
      const refs = await addPool(database, owner.organisationId);
      const pool = Uint8Array.from(Buffer.concat(refs));
      const said = { contentHash: noise(32), pool, placed: pool, joined: noise(3244) };
      return { quarter: '2025-Q1', ...said };
    },
    colleague: 'ok',
    stranger: 'stale',
  },
  'pattern:release': {
    ...ofSupervisors,
    async request({ database, owner }) {
      const { organisationId, memberId } = owner;
      const { refHash } = await addSealed(database, organisationId, 2);
      const contentHash = noise(32);
      const second = await addMember(database, organisationId, 2);
      await database.release.deleteMany({ where: { organisationId } });
      for (const one of [memberId, second.memberId]) {
        const said = { contentHash, pool: refHash, placed: refHash, day: 1 };
        const approval = { organisationId, quarter: '2025-Q2', memberId: one, ...said };
        await database.patternApproval.create({ data: approval });
      }
      const file = noise(300);
      return { releaseId: newId(), quarter: '2025-Q2', contentHash, fileHash: sha256(file), file };
    },
    colleague: 'ok',
    stranger: 'not_allowed',
  },
  'release:read': {
    ...ofSupervisors,
    async request({ database, owner }) {
      const { organisationId, memberId } = owner;
      const file = noise(300);
      const id = newId();
      const fileHash = noise(32);
      await database.release.create({
        data: { id, organisationId, scope: 1, day: 1, memberId, fileHash, file },
      });
      return { releaseId: id };
    },
    colleague: 'ok',
    stranger: 'stale',
  },
};
