import { afterAll, beforeAll, expect, it } from 'vitest';
import { CONSENT_SCOPE } from '#lib/crypto/consent/consent.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { callBackBytes, readCallBack } from '#lib/signals/call-back.ts';
import { createConsentLine } from '../person/consent-line.ts';
import { sayNo, sayYes } from '../person/decide-consent.ts';
import type { PersonChat } from '../person/person-chat.ts';
import { askedIn, card, first, form, proposal, shown, soon } from './test-asked.ts';
import { type DeskHouse, openDeskHouse } from './test-house.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const sealed = () => house.database.sealedSignal.count();
const refHashOf = (person: PersonChat, id: string) =>
  Uint8Array.from(h32(person.parts.held.consents.get(id)?.consentRef ?? new Uint8Array()));
const registration = (refHash: Uint8Array<ArrayBuffer>) =>
  house.database.consentRegistration.findUnique({ where: { refHash } });

it.each(['danger', 'doubt'] as const)(
  'a question that waits when "%s" is pressed goes off the table for good, and nobody is told why',
  async (flag) => {
    const { anna, person, id, end } = await askedIn(house);
    if (flag === 'doubt') sayNo(createConsentLine(person.parts), id, proposal, 'later');
    await soon(() => expect(first(anna.desk)?.decision).toBe(flag === 'doubt' ? 'later' : 'asked'));
    anna.desk.setMargin({ [flag]: true });
    expect(first(anna.desk)?.decision).toBe('off');
    await soon(() => expect(card(person)?.state).toBe('off'));
    // Whoever still gets to say yes, by a page that does not know: it counts nowhere.
    expect(await sayYes(createConsentLine(person.parts), id, shown())).toBe(false);
    expect(card(person)?.state).toBe('off');
    anna.desk.setMargin({ [flag]: false, ...form });
    expect(anna.desk.propose()).toBe(false);
    expect(first(anna.desk)).toMatchObject({ decision: 'off', consent: null, stored: 'no' });
    expect(await sealed()).toBe(0);
    await end();
  },
);

it('a yes that crosses it on the way is not sealed, and is taken back on the server too', async () => {
  const { anna, person, id, end } = await askedIn(house);
  anna.line.deaf(true);
  expect(await sayYes(createConsentLine(person.parts), id, shown())).toBe(true);
  expect(card(person)?.state).toBe('yes');
  const refHash = refHashOf(person, id);
  await soon(async () => expect(await registration(refHash)).toMatchObject({ withdrawn: false }));
  anna.desk.setMargin({ doubt: true });
  anna.line.deaf(false);
  await soon(() => expect(card(person)?.state).toBe('off'));
  await soon(async () => expect(await registration(refHash)).toMatchObject({ withdrawn: true }));
  await soon(() => expect(person.getSnapshot().marks.delivered).toBeGreaterThan(2));
  expect(first(anna.desk)).toMatchObject({ decision: 'off', consent: null, stored: 'no' });
  expect(anna.line.asked).not.toContain('signal:store');
  expect(await sealed()).toBe(0);
  await end();
});

it('a yes that was here before the flag stays what it is: the person’s own to take back', async () => {
  const { anna, person, id, end } = await askedIn(house);
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  anna.desk.setMargin({ danger: true });
  anna.desk.send('I am with you');
  await soon(() => expect(person.getSnapshot().entries.at(-1)).toMatchObject({ from: 'them' }));
  expect(card(person)?.state).toBe('yes');
  expect(first(anna.desk)).toMatchObject({ decision: 'yes', stored: 'yes' });
  expect(await sealed()).toBe(1);
  await end();
});

it('who says that they are in danger is asked no more', async () => {
  const { anna, person, end } = await askedIn(house);
  person.setPrefs({ danger: true });
  await soon(() => expect(card(person)?.state).toBe('off'));
  expect(first(anna.desk)?.decision).toBe('off');
  await end();
});

it('a desk that dies before it could tell the person does so later, and seals nothing meanwhile', async () => {
  const { anna, person, id } = await askedIn(house);
  const { mailboxId } = anna.desk.getSnapshot().current ?? {};
  for (let i = 0; i < 3; i++)
    anna.line.answerWith('conversation:send', { ok: false, code: 'unavailable' });
  anna.line.deaf(true);
  expect(await sayYes(createConsentLine(person.parts), id, shown())).toBe(true);
  anna.desk.setMargin({ danger: true });
  const where = { mailboxId: mailboxId ?? '' };
  await soon(() => expect(anna.line.asked).toContain('conversation:margin'));
  await soon(async () => expect(await house.database.margin.count({ where })).toBe(1));
  await anna.session.lock();
  expect(card(person)?.state).toBe('yes');

  const again = await house.desk('anna');
  await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
  again.desk.select(mailboxId ?? null);
  await soon(() => expect(card(person)?.state).toBe('off'));
  await soon(() => expect(first(again.desk)).toMatchObject({ decision: 'off', consent: null }));
  expect(again.line.asked).not.toContain('signal:store');
  expect(await sealed()).toBe(0);
  // Out of the archive the same comes again, without the margin too.
  await again.session.lock();
  await house.database.margin.deleteMany({ where });
  const third = await house.desk('anna');
  await soon(() => expect(third.desk.getSnapshot().ready).toBe(true));
  third.desk.select(mailboxId ?? null);
  await soon(() => expect(first(third.desk)).toMatchObject({ decision: 'off', consent: null }));
  expect(await sealed()).toBe(0);
  await third.session.lock();
});

it('a question names its scope in one byte, and nothing else is one', () => {
  for (const scope of ['case', 'pattern'] as const) {
    expect(callBackBytes(scope)).toEqual(Uint8Array.of(CONSENT_SCOPE[scope]));
    expect(readCallBack(callBackBytes(scope))).toBe(scope);
  }
  for (const bytes of [[], [0], [3], [1, 1]])
    expect(readCallBack(Uint8Array.from(bytes))).toBeNull();
});
