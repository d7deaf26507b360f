import type { TeamEvent } from '#lib/protocol/team-events.ts';
import { sha256 } from '../credentials/tokens.ts';
import type { Database } from '../db/database.ts';
import type { Founded } from '../organisations/test-organisation.ts';
import {
  addMember,
  addOrganisation,
  newId,
  newSend,
  newTake,
  noise,
  type TestMember,
} from '../realtime/test-people.ts';
import { testTerms } from '../signals/test-terms.ts';
import { addHeld, addSealed, addWaiting } from './test-cast.ts';

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

const everybody = ['pending', 'counsellor', 'supervisor'] as const;
const active = ['counsellor', 'supervisor'] as const;
const nothing = { entries: [], seals: [], wraps: [] };

const ofOwnChat = {
  may: ['counsellor'],
  colleague: 'not_allowed',
  stranger: 'not_allowed',
} as const;
const ofSupervisors = { may: ['supervisor'], colleague: 'ok', stranger: 'not_allowed' } as const;

async function nextStep({ database, owner }: Ground) {
  return newSend((await addHeld(database, owner)).mailboxId, 2);
}

/** From now on the owner's organisation names another one as its desk. */
async function nameDesk({ database, founded, owner }: Ground) {
  const desk = await addOrganisation(database);
  const siteEntry = founded.siteEntry(1, 'Example Help', { ...testTerms, desk });
  await database.organisation.update({ where: { id: owner.organisationId }, data: { siteEntry } });
}

/** Every event of `/team`. A new event needs a row here: say who may send it, and who may not. */
export const teamRights: { [E in TeamEvent]: TeamRight } = {
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
  'conversation:read': {
    may: active,
    async request({ database, owner }) {
      await addHeld(database, owner);
      return {};
    },
    colleague: 'own',
    stranger: 'own',
  },
  'conversation:keys': {
    may: active,
    async request({ database, owner }) {
      await addHeld(database, owner);
      return {};
    },
    colleague: 'own',
    stranger: 'own',
  },
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
  'signal:store': {
    may: ['counsellor'],
    async request({ database }) {
      const registered = { refHash: noise(32), bodyHash: noise(32) };
      await database.consentRegistration.create({ data: { ...registered, day: 1 } });
      return { ...registered, scope: 2, epoch: 1, blob: noise(1300) };
    },
    colleague: 'ok',
    stranger: 'own',
  },
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
  'signals:read': {
    may: ['supervisor'],
    request: async () => ({}),
    colleague: 'ok',
    stranger: 'own',
  },
  'signals:approve': {
    ...ofSupervisors,
    async request({ database, owner }) {
      const { refHash } = await addSealed(database, owner.organisationId);
      return { refHash, contentHash: noise(32) };
    },
    colleague: 'ok',
    stranger: 'stale',
  },
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
  'desk:read': {
    may: ['supervisor'],
    async request(ground) {
      await nameDesk(ground);
      return {};
    },
    colleague: 'ok',
    stranger: 'not_allowed',
  },
  'signal:forward': {
    ...ofSupervisors,
    async request(ground) {
      await nameDesk(ground);
      const { refHash } = await addSealed(ground.database, ground.owner.organisationId, 2);
      return { refHash, epoch: 1, blob: noise(1300) };
    },
    colleague: 'ok',
    stranger: 'stale',
  },
  'pattern:approve': {
    ...ofSupervisors,
    async request({ database, owner }) {
      const { refHash } = await addSealed(database, owner.organisationId, 2);
      return { quarter: '2025-Q1', contentHash: noise(32), pool: refHash, placed: refHash };
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
  'terms:propose': {
    may: ['supervisor'],
    request: async () => ({ terms: { ...testTerms, desk: null } }),
    colleague: 'ok',
    stranger: 'own',
  },
  'terms:read': {
    may: ['supervisor'],
    request: async () => ({}),
    colleague: 'ok',
    stranger: 'own',
  },
  'desk:open': {
    may: active,
    request: async () => ({}),
    colleague: 'ok',
    stranger: 'own',
  },
  'duty:read': {
    may: active,
    request: async () => ({}),
    colleague: 'ok',
    stranger: 'own',
  },
  'duty:reachable': {
    may: ['supervisor'],
    request: async () => ({ minutes: 60 }),
    colleague: 'ok',
    stranger: 'own',
  },
  'terms:drop': {
    may: ['supervisor'],
    request: async () => ({}),
    colleague: 'ok',
    stranger: 'own',
  },
  'audit:read': {
    may: ['supervisor'],
    request: async () => ({ from: 0 }),
    colleague: 'ok',
    stranger: 'own',
  },
  'organisation:publish': {
    ...ofSupervisors,
    async request({ database, founded, owner }) {
      const where = { id: owner.organisationId };
      // Without the desk of the rows above: taking that away needs two.
      const siteEntry = founded.siteEntry(1);
      const { siteVersion } = await database.organisation.update({ where, data: { siteEntry } });
      return { siteEntry: founded.siteEntry(siteVersion + 1), adminCert: founded.adminCert };
    },
    stranger: 'malformed',
  },
};
