import type { organisationRequests } from '#lib/protocol/team/organisation-events.ts';
import { testTerms } from '../../signals/test-terms.ts';
import { active, ofSupervisors, type TeamRight } from './right.ts';

export const organisationRights: { [E in keyof typeof organisationRequests]: TeamRight } = {
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
