import { expect, vi } from 'vitest';
import { proposalBytes, type SignalProposal } from '#lib/signals/card-messages.ts';
import { consentTerms, quarterOf } from '#lib/signals/consent-terms.ts';
import { DEMO_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';
import type { PersonChat } from '../person/person-chat.ts';
import type { Desk } from './desk.ts';
import { type DeskHouse, unit } from './test-house.ts';

export const NL = 'Demo Help NL';
export const soon = (look: () => void) => vi.waitFor(look, { timeout: 15_000, interval: 20 });
const today = Math.floor(Date.now() / 86_400_000);
export const said = {
  country: 'NL',
  age_band: '18-23',
  exploitation: 'SexualExploitation',
} as const;
/** What the card holds once the form was sent today. */
export const proposal: SignalProposal = {
  scope: 'pattern',
  signal: { ...said, period: quarterOf(today) },
  recipients: [{ name: unit.name, key: unit.key }],
  ...consentTerms('pattern', today, DEMO_SIGNAL_SETTINGS),
};
/** A form that may be sent. */
export const form = { signal: said, ownQuestionDone: true, unwatched: true };
export const shown = (signal = proposal.signal) => ({
  proposal,
  signal,
  notice: 'May we count this?',
  lang: 'nl',
});

export const first = (desk: Desk) => desk.getSnapshot().current?.proposals[0];
export const card = (person: PersonChat) => person.getSnapshot().cards[0];

/** A chat in which a signal was proposed, and its card has arrived. */
export async function askedIn(house: DeskHouse) {
  const anna = await house.desk('anna');
  const person = await house.person(NL);
  await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
  await anna.desk.take(anna.desk.getSnapshot().waiting[0]?.mailboxId as never);
  await soon(() => expect(person.getSnapshot().phase.kind).toBe('open'));
  expect(anna.desk.propose()).toBe(false);
  anna.desk.setMargin(form);
  expect(anna.desk.propose()).toBe(true);
  await soon(() => expect(card(person)?.state).toBe('asked'));
  expect(card(person)?.body).toEqual(proposalBytes(proposal));
  const end = async () => {
    anna.desk.end();
    await soon(() => expect(anna.desk.getSnapshot().current?.phase).toBe('ended'));
    await anna.session.lock();
    await house.database.sealedSignal.deleteMany();
  };
  return { anna, person, id: card(person)?.id ?? '', end };
}
