import { afterAll, beforeAll, expect, it } from 'vitest';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { proposalBytes, type SignalProposal } from '#lib/signals/card-messages.ts';
import { consentTerms, quarterOf } from '#lib/signals/consent-terms.ts';
import { DEMO_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';
import { type ConsentLine, createConsentLine } from '../person/consent-line.ts';
import { sayNo, sayYes, takeBack } from '../person/decide-consent.ts';
import type { PersonChat } from '../person/person-chat.ts';
import type { ChatState } from './chat-state.ts';
import { withOneQuestion } from './propose.ts';
import { askedIn, proposal, said, shown, soon } from './test-asked.ts';
import { type DeskHouse, openDeskHouse, type TestDesk, unit } from './test-house.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const today = Math.floor(Date.now() / 86_400_000);
const aCase: SignalProposal = {
  ...proposal,
  scope: 'case',
  signal: { ...said, period: quarterOf(today) },
  ...consentTerms('case', today, DEMO_SIGNAL_SETTINGS),
};
const shownCase = { ...shown(), proposal: aCase, signal: aCase.signal };
const decisions = ({ desk }: TestDesk) =>
  desk.getSnapshot().current?.proposals.map(({ decision }) => decision);
const states = (person: PersonChat) => person.getSnapshot().cards.map(({ state }) => state);
const caseForm = { scope: 'case', signal: said, unitKey: unit.key } as const;
const lineOf = (person: PersonChat) => createConsentLine(person.parts);
const sealed = () => house.database.sealedSignal.findMany();

/** The person declined the one, so the other one was asked too: both cards are there. */
async function bothAsked() {
  const found = await askedIn(house);
  const { anna, person, id } = found;
  sayNo(lineOf(person), id, proposal, 'no');
  await soon(() => expect(decisions(anna)).toEqual(['no']));
  anna.desk.setMargin(caseForm);
  expect(anna.desk.propose()).toBe(true);
  await soon(() => expect(states(person)).toEqual(['no', 'asked']));
  return { ...found, caseId: person.getSnapshot().cards[1]?.id ?? '' };
}

it('while a question is open or its yes stands, the other one is not asked; taken back, it is', async () => {
  const { anna, person, id, end } = await askedIn(house);
  anna.desk.setMargin(caseForm);
  expect(anna.desk.propose()).toBe(false);
  await sayYes(lineOf(person), id, shown());
  await soon(() => expect(decisions(anna)).toEqual(['yes']));
  expect(anna.desk.propose()).toBe(false);
  expect(await takeBack(lineOf(person), id)).toBe('taken_back');
  await soon(() => expect(decisions(anna)).toEqual(['taken_back']));
  expect(anna.desk.propose()).toBe(true);
  await soon(() => expect(states(person)).toEqual(['taken_back', 'asked']));
  await end();
});

it('a declined question that is reopened: the page says one yes, and the other after it was taken back', async () => {
  const { anna, person, id, caseId, end } = await bothAsked();
  const line = lineOf(person);
  expect(await sayYes(line, caseId, shownCase)).toBe(true);
  await soon(() => expect(decisions(anna)).toEqual(['no', 'yes']));
  expect(line.other(id)).toBe('yes');
  expect(await sayYes(line, id, shown())).toBe(false);
  expect(states(person)).toEqual(['no', 'yes']);
  expect(await house.database.consentRegistration.count({ where: { withdrawn: false } })).toBe(1);
  await soon(async () => expect(await sealed()).toHaveLength(1));
  await takeBack(line, caseId);
  expect(await sayYes(line, id, shown())).toBe(true);
  await soon(() => expect(decisions(anna)).toEqual(['yes', 'taken_back']));
  await soon(async () => expect((await sealed()).map(({ scope }) => scope)).toEqual([2]));
  await end();
});

it('a second yes that comes all the same counts nowhere, and is taken back on the server', async () => {
  const { anna, person, id, caseId, end } = await bothAsked();
  // A page that says both at once, as none of ours does.
  const line: ConsentLine = { ...lineOf(person), other: () => 'none' };
  anna.line.deaf(true);
  expect(await sayYes(line, id, shown())).toBe(true);
  expect(await sayYes(line, caseId, shownCase)).toBe(true);
  const ref = person.parts.held.consents.get(caseId)?.consentRef ?? new Uint8Array();
  anna.line.deaf(false);
  await soon(() => expect(states(person)).toEqual(['yes', 'off']));
  await soon(() => expect(decisions(anna)).toEqual(['yes', 'off']));
  const where = { refHash: Uint8Array.from(h32(ref)) };
  await soon(async () =>
    expect(await house.database.consentRegistration.findUnique({ where })).toMatchObject({
      withdrawn: true,
    }),
  );
  await soon(async () => expect(await sealed()).toHaveLength(1));
  await end();
});

it('a question that has not left stays, when another window asked the other one before it', () => {
  const asks = (one: SignalProposal) => ({
    ...{ id: 's', text: '', minute: 0 },
    content: { type: 'consent-request', body: proposalBytes(one) } as const,
  });
  const text = { id: 'o', text: 'hello', minute: 0 };
  const fresh = { answered: null, consent: null, stored: 'no' } as const;
  const left = (decision: 'asked' | 'yes' | 'no' | 'taken_back', outbox = [asks(aCase), text]) =>
    withOneQuestion({
      proposals: [{ proposal, decision, ...fresh }],
      outbox,
    } as unknown as ChatState).outbox.map(({ id }) => id);
  expect(left('asked')).toEqual(['o']);
  expect(left('yes')).toEqual(['o']);
  expect(left('no')).toEqual(['s', 'o']);
  expect(left('taken_back')).toEqual(['s', 'o']);
});
