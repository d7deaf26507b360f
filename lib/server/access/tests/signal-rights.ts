import type { signalRequests } from '#lib/protocol/team/signal-events.ts';
import { addOrganisation, noise } from '../../realtime/test-people.ts';
import { testTerms } from '../../signals/test-terms.ts';
import { addSealed } from '../test-cast.ts';
import { type Ground, ofSupervisors, type TeamRight } from './right.ts';

/** From now on the owner's organisation names another one as its desk. */
async function nameDesk({ database, founded, owner }: Ground) {
  const desk = await addOrganisation(database);
  const siteEntry = founded.siteEntry(1, 'Example Help', { ...testTerms, desk });
  await database.organisation.update({ where: { id: owner.organisationId }, data: { siteEntry } });
}

export const signalRights: { [E in keyof typeof signalRequests]: TeamRight } = {
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
};
