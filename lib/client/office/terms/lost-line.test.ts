import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskHouse, openDeskHouse, type TestDesk } from '../../desk/test-house.ts';
import { publishSettings } from '../../team/publish.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const lost = { ok: false, code: 'unavailable' };
const actions = async () => {
  const log = await house.database.auditEntry.findMany({ orderBy: { n: 'asc' } });
  return log.map(({ action }) => action).filter((action) => action.startsWith('terms.'));
};

/** Terms as they stand, with another K_case. */
function changed({ session }: TestDesk, kCase: number) {
  const terms = session.settings().signals;
  if (!terms) throw new Error('this organisation shares no signals');
  return { ...terms, settings: { ...terms.settings, kCase } };
}
const confirm = ({ session }: TestDesk, signals: ReturnType<typeof changed>) =>
  publishSettings(session, { ...session.settings(), signals });

it('a line lost at any step of a change leaves it whole or not at all, and each step once', async () => {
  const [saskia, sanne] = [await house.desk('saskia'), await house.desk('sanne')];
  const terms = changed(saskia, 75);
  const propose = () => saskia.session.portal.request('terms:propose', { terms });

  saskia.line.loseAnswer('terms:propose');
  expect(await propose()).toEqual(lost);
  const { proposal } = (await sanne.session.portal.request('terms:read', {})) as never as {
    proposal: object;
  };
  expect(proposal).toMatchObject({ displayName: 'Saskia', terms });
  expect(changed(sanne, 50)).toEqual(sanne.session.settings().signals);

  // Never asked: nothing changed. Asked, and the answer lost: it holds, and the office has read it.
  sanne.line.answerWith('organisation:publish', lost as never);
  expect(await confirm(sanne, terms)).toEqual(lost);
  expect(sanne.session.settings().signals).not.toEqual(terms);
  sanne.line.loseAnswer('organisation:publish');
  expect(await confirm(sanne, terms)).toEqual(lost);
  expect(sanne.session.settings().signals).toEqual(terms);
  // A second press finds that it holds already.
  expect(await confirm(sanne, terms)).toEqual({ ok: true });
  expect(await actions()).toEqual(['terms.proposed', 'terms.confirmed']);
  for (const one of [saskia, sanne]) await one.session.lock();
});
