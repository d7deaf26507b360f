import { afterAll, beforeAll, expect, it } from 'vitest';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { createConsentLine } from '../person/consent-line.ts';
import { sayYes, takeBack } from '../person/decide-consent.ts';
import { askedIn, card, first, shown, soon } from './test-asked.ts';
import { type DeskHouse, openDeskHouse } from './test-house.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const asked = () => askedIn(house);
const sealed = () => house.database.sealedSignal.findMany();

it('it can be taken back after the chat, and after the day on the card as long as it waits', async () => {
  const { anna, person, id, end } = await asked();
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  expect(await sealed()).toHaveLength(1);
  anna.desk.end();
  await soon(() => expect(person.getSnapshot().phase.kind).toBe('ended'));
  // A server that does not take it back: the card says that it still stands.
  const deaf = { ...createConsentLine(person.parts), withdraw: async () => false };
  expect(await takeBack(deaf, id)).toBe('failed');
  expect(card(person)?.state).toBe('not_taken_back');
  expect(await sealed()).toHaveLength(1);
  // A server that takes it back and does not say whether it had left: nothing is claimed, and it is asked again.
  const later = { now: () => Date.now() + 100 * 86_400_000, hasLeft: async () => null };
  const line = { ...createConsentLine(person.parts), ...later };
  expect(await takeBack(line, id)).toBe('unsure');
  expect(card(person)?.state).toBe('unsure');
  const lying = { ...createConsentLine(person.parts), hasLeft: async () => true };
  expect(await takeBack(lying, id)).toBe('too_late');
  expect(await takeBack(createConsentLine(person.parts), id)).toBe('taken_back');
  expect(await sealed()).toEqual([]);
  await end();
});

it('whoever deletes everything has taken back what they agreed to', async () => {
  const { anna, person, id } = await asked();
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  const refHash = Uint8Array.from(
    h32(first(anna.desk)?.consent?.fields.consentRef ?? new Uint8Array()),
  );
  const ours = () => house.database.sealedSignal.count({ where: { refHash } });
  expect(await ours()).toBe(1);
  person.erase();
  await soon(() => expect(person.getSnapshot().erasure?.kind).toBe('deleted'));
  expect(await ours()).toBe(0);
  await anna.session.lock();
});

it('whoever leaves while everything is being deleted leaves the order to take back behind', async () => {
  const { anna, person, id } = await asked();
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  expect(person.unfinishedErasure()).toEqual([]);
  person.erase();
  const ref = first(anna.desk)?.consent?.fields.consentRef;
  expect(person.unfinishedErasure()[0]?.erase?.consents).toEqual([ref]);
  person.undoErase();
  expect(person.unfinishedErasure()).toEqual([]);
  await anna.session.lock();
});
