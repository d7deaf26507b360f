import { expect } from 'vitest';
import { dayOf } from '../days.ts';
import type { Database } from '../db/database.ts';
import { createSetUpLink } from '../invitations/mutations.ts';
import { type Founded, foundOrganisation } from '../organisations/test-organisation.ts';
import { addMember, newId, noise } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { cookieOf, newAccount, signIn } from './test-account.ts';

export const notAllowed = { ok: false, code: 'not_allowed' };
export const wrong = { ok: false, code: 'wrong_credentials' };
export const nothingMore = { after: 3, entries: [], seals: [], wraps: [] };
export const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** What the page behind a set-up link posts. */
export function setUpBody(founded: Founded, token: string, founder: object) {
  return {
    token,
    organisationId: founded.organisationId,
    siteEntry: b64(founded.siteEntry(1)),
    adminCert: b64(founded.adminCert),
    entries: [founded.adminCert, founded.keyOfficer.cert, founded.teamEpoch(1)].map(b64),
    seals: [{ epoch: 1, deviceId: newId(), blob: b64(noise(1224)) }],
    wraps: [],
    founder,
  };
}

/** Houses of one test each, in which an organisation is about to be set up (`scene`), or was (`office`). */
export function useOffice(database: () => Database) {
  const openHouse = useHouse(database);

  /** An organisation that its founder has set up through the one-time link. */
  async function scene(kind: 'real' | 'demo' = 'demo') {
    const house = await openHouse(kind);
    const now = house.deps.now();
    const { token } = await createSetUpLink(database(), dayOf(now));
    const founded = foundOrganisation(now);
    const founder = newAccount('saskia', null, now);
    return { house, now, token, founded, founder, body: setUpBody(founded, token, founder) };
  }

  /** The same, set up, with the founder's office open. */
  async function office() {
    const all = await scene();
    expect((await all.house.post('/api/set-up', all.body)).answer).toMatchObject({ ok: true });
    const { loginName, loginKey } = all.founder;
    const { cookie } = await signIn(all.house, { loginName, loginKey });
    const { organisationId } = all.founded;
    const counsellor = await addMember(database(), organisationId);
    return {
      ...all,
      organisationId,
      desk: await all.house.team(counsellor.cookie),
      supervisor: await all.house.team(cookieOf(cookie)),
    };
  }

  return { scene, office };
}
