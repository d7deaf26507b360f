import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRelease } from '#lib/crypto/consent/consent-release.ts';
import { type ConsentLine, createConsentLine } from '../person/consent-line.ts';
import { sayNo, sayYes, takeBack } from '../person/decide-consent.ts';
import { askedIn, first, form, proposal, shown, soon } from './test-asked.ts';
import { type DeskHouse, openDeskHouse } from './test-house.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const asked = () => askedIn(house);
const sealed = () => house.database.sealedSignal.findMany();

it('a yes is registered, told, sealed to the supervisors alone, and taken back', async () => {
  const { anna, person, id, end } = await asked();
  const { country, ...rest } = proposal.signal;
  expect(country).toBe('NL');
  expect(await sayYes(createConsentLine(person.parts), id, shown(rest))).toBe(true);
  await soon(() => expect(first(anna.desk)).toMatchObject({ decision: 'yes', stored: 'yes' }));
  expect(first(anna.desk)?.answered).toEqual(rest);
  const [row] = await sealed();
  if (!row) throw new Error('nothing stored');

  const saskia = await house.desk('saskia');
  const vault = saskia.session.vault();
  const { orgId } = vault.roots;
  const seed = vault.releaseEpochs.find(({ epoch }) => epoch === row.epoch)?.seed;
  if (!seed) throw new Error('the supervisor has no release key');
  const subject = { orgId, teamId: orgId, epoch: row.epoch, refHash: row.refHash };
  const opened = openRelease(seed, subject, row.blob);
  expect(JSON.parse(new TextDecoder().decode(opened.signalJcs))).toEqual(rest);
  expect(anna.session.vault().releaseEpochs).toEqual([]);
  await saskia.session.lock();

  expect(await takeBack(createConsentLine(person.parts), id)).toBe('taken_back');
  expect(await sealed()).toEqual([]);
  await soon(() => expect(first(anna.desk)?.decision).toBe('taken_back'));
  anna.desk.setMargin(form);
  expect(anna.desk.propose()).toBe(false);
  await end();
});

it('no and later leave nothing anywhere, and the person alone may change their mind', async () => {
  const { anna, person, id, end } = await asked();
  const before = await house.database.consentRegistration.count();
  sayNo(createConsentLine(person.parts), id, proposal, 'later');
  await soon(() => expect(first(anna.desk)?.decision).toBe('later'));
  anna.desk.setMargin(form);
  expect(anna.desk.propose()).toBe(false);
  sayNo(createConsentLine(person.parts), id, proposal, 'no');
  await soon(() => expect(first(anna.desk)?.decision).toBe('no'));
  expect(await sealed()).toEqual([]);
  expect(await house.database.consentRegistration.count()).toBe(before);
  expect(await sayYes(createConsentLine(person.parts), id, shown())).toBe(true);
  await soon(() => expect(first(anna.desk)).toMatchObject({ decision: 'yes', stored: 'yes' }));
  await end();
});

it('a yes whose page goes before it was registered has shared nothing', async () => {
  const { anna, person, id, end } = await asked();
  const line: ConsentLine = {
    ...createConsentLine(person.parts),
    async register() {
      person.forget();
      return true;
    },
  };
  expect(await sayYes(line, id, shown())).toBe(false);
  expect(await sealed()).toEqual([]);
  expect(first(anna.desk)).toMatchObject({ decision: 'asked', consent: null });
  await end();
});

it('a signature over another signal, and one that nobody registered, come to nothing', async () => {
  const { anna, person, id, end } = await asked();
  const forged: ConsentLine = {
    ...createConsentLine(person.parts),
    say: (content) =>
      content.type !== 'consent-grant'
        ? createConsentLine(person.parts).say(content)
        : createConsentLine(person.parts).say({
            ...content,
            body: content.body.map((b, i) => (i === 40 ? b ^ 1 : b)),
          }),
  };
  await sayYes(forged, id, shown());
  await soon(() => expect(first(anna.desk)?.decision).toBe('bad_signature'));
  expect(await sealed()).toEqual([]);
  const unregistered: ConsentLine = {
    ...createConsentLine(person.parts),
    register: async () => true,
  };
  await sayYes(unregistered, id, shown());
  await soon(() => expect(first(anna.desk)).toMatchObject({ decision: 'yes', stored: 'refused' }));
  expect(await sealed()).toEqual([]);
  await end();
});

it('a desk that was closed finds the decision again', async () => {
  const { anna, person, id } = await asked();
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  const { mailboxId } = anna.desk.getSnapshot().current ?? {};
  await anna.session.lock();
  const again = await house.desk('anna');
  await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
  again.desk.select(mailboxId ?? null);
  await soon(() => expect(first(again.desk)).toMatchObject({ decision: 'yes', stored: 'yes' }));
  again.desk.setMargin(form);
  expect(again.desk.propose()).toBe(false);
  expect(await sealed()).toHaveLength(1);
  await again.session.lock();
});
