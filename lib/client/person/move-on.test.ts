import { describe, expect, it } from 'vitest';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { said } from '#lib/crypto/tests/world.ts';
import { openPersonChat } from './conversation.ts';
import { leaveBehind, waitForPlace } from './move-on.ts';
import type { ChatPrefs, PersonChat } from './person-chat.ts';
import { settled, target, testDesk, testMeans, testRelay } from './test-relay.ts';
import { newView } from './view.ts';

const prefs: ChatPrefs = { language: 'nl', country: 'BE', age: 'adult', danger: true };

const bytesIn = (value: unknown): number[] => {
  if (value instanceof Uint8Array) return [...value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(bytesIn) : [];
};
const isWiped = (value: unknown) => bytesIn(value).every((byte) => byte === 0);
const wipedSession = ({ parts }: PersonChat) => isWiped(parts.held.session);

/** Nobody has left the page. */
const inPage = (chat: PersonChat) => ({ ...chat, letGo: (last: () => void) => last() });

/** A chat whose counsellor has been gone for five minutes, and a new one that was just asked for. */
async function moving(name: string, refuse: string | null = null) {
  const [relay, other] = [testRelay(), testRelay()];
  const { means, clock } = testMeans(relay, name);
  const first = inPage(openPersonChat(target, prefs, means));
  await relay.connect(true);
  testDesk(relay, fromHex(first.address().mailboxId)).take(said('Hoi.'));
  await settled();
  relay.tell('counsellor:presence', { present: false });
  await clock.advance(301_000);
  expect(first.getSnapshot().mayMoveOn).toBe(true);
  other.state.refuse = refuse;
  const { means: more } = testMeans(other, `${name} next`, clock);
  const next = inPage(openPersonChat(target, first.prefs(), more));
  let abandoned = 0;
  const abandon = () => {
    abandoned += 1;
    next.forget();
  };
  const outcome = waitForPlace(first, { ...next, abandon }, clock.later);
  const isWhole = () => {
    expect(first.getSnapshot().phase.kind).toBe('open');
    expect(relay.state.connected).toBe(true);
    expect(relay.requests.some(({ event }) => event === 'chat:end')).toBe(false);
    expect(first.send('still here')).toBe('sent');
    expect(abandoned).toBe(1);
  };
  return { relay, other, clock, first, next, outcome, isWhole, abandoned: () => abandoned };
}

describe('talking to someone else', () => {
  it('ends the first chat only once the new one has its place', async () => {
    const { relay, other, clock, first, next, outcome, abandoned } = await moving('accepted');
    await clock.advance(5000);
    expect(first.getSnapshot().phase.kind).toBe('open');
    await other.connect(true);
    expect(await outcome).toBe('accepted');
    expect(relay.requests.some(({ event }) => event === 'chat:end')).toBe(false);
    leaveBehind(first, next, clock.later);
    for (let i = 0; i < 6; i++) await settled();
    expect(relay.requests.at(-1)?.event).toBe('chat:end');
    // No word of it, no key and no line are left here.
    expect(first.getSnapshot()).toEqual(newView);
    expect(wipedSession(first)).toBe(true);
    expect(relay.state.connected).toBe(false);
    expect(next.getSnapshot().phase).toEqual({ kind: 'waiting', place: 3, attendance: 'here' });
    expect(next.prefs()).toEqual(prefs);
    expect(abandoned()).toBe(0);
  });

  for (const [code, why] of [
    ['full', 'full'],
    ['not_open', 'closed'],
    ['nobody_on_duty', 'closed'],
    ['malformed', 'failed'],
  ] as const)
    it(`keeps the first chat when the new one is refused: ${code}`, async () => {
      const { other, outcome, isWhole } = await moving(code, code);
      await other.connect(true);
      expect(await outcome).toBe(why);
      isWhole();
    });

  it('keeps it when nothing answers, and takes the new one back', async () => {
    const { clock, outcome, isWhole } = await moving('silence');
    await clock.advance(41_000);
    expect(await outcome).toBe('failed');
    isWhole();
  });

  it('does not happen when the counsellor is back first', async () => {
    const { relay, other, outcome, isWhole } = await moving('back');
    relay.tell('counsellor:presence', { present: true });
    expect(await outcome).toBe('dropped');
    await other.connect(true);
    isWhole();
  });

  it('does not happen once everything is being deleted, or the page was left', async () => {
    const erased = await moving('erased');
    erased.first.erase();
    expect(await erased.outcome).toBe('dropped');
    const left = await moving('left');
    left.first.forget();
    expect(await left.outcome).toBe('dropped');
    expect([erased.abandoned(), left.abandoned()]).toEqual([1, 1]);
  });

  it('goes on when the server ended the first chat meanwhile', async () => {
    const { relay, other, outcome } = await moving('closed first');
    relay.tell('mailbox:closed', {});
    await other.connect(true);
    expect(await outcome).toBe('accepted');
  });

  it('forgets the first chat after a while even if no server hears that it is over', async () => {
    const { relay, other, clock, first, next, outcome } = await moving('deaf');
    await other.connect(true);
    expect(await outcome).toBe('accepted');
    await relay.connect(false);
    expect(wipedSession(first)).toBe(false);
    leaveBehind(first, next, clock.later);
    await clock.advance(31_000);
    expect(first.getSnapshot()).toEqual(newView);
    expect(wipedSession(first)).toBe(true);
  });

  /** Both chats, the first one left behind. */
  async function movedOn(name: string) {
    const both = await moving(name);
    await both.other.connect(true);
    expect(await both.outcome).toBe('accepted');
    return both;
  }

  it('deletes the first chat too when everything is deleted, each by a connection of its own', async () => {
    const { relay, other, clock, first, next } = await movedOn('erase both');
    const consentRef = new Uint8Array(16).fill(7);
    const consent = { seed: new Uint8Array(32), consentRef, body: new Uint8Array(206) };
    first.parts.held.consents.set('c1', consent);
    leaveBehind(first, next, clock.later);
    for (let i = 0; i < 6; i++) await settled();
    next.erase();
    expect(next.unfinishedErasure().map(({ mailboxId }) => mailboxId)).toEqual(
      [next, first].map((chat) => chat.address().mailboxId),
    );
    await clock.advance(5000);
    await other.connect(true);
    expect(next.getSnapshot().erasure).toEqual({ kind: 'deleting' });
    await relay.connect(true);
    for (let i = 0; i < 3; i++) await settled();
    expect(next.getSnapshot().erasure).toEqual({ kind: 'deleted' });
    for (const [at, chat] of [
      [relay, first],
      [other, next],
    ] as const) {
      const deletions = at.requests.filter(({ event }) => event === 'chat:delete');
      expect(deletions.map(({ payload }) => payload.mailboxId)).toEqual([chat.address().mailboxId]);
      expect(deletions[0]?.payload.last).toBeTruthy();
      expect(isWiped(chat.address().token)).toBe(true);
    }
    // What they agreed to in the first one is taken back before it is gone.
    const events = relay.requests.map(({ event }) => event);
    expect(events.slice(-3)).toEqual(['mailbox:attach', 'consent:withdraw', 'chat:delete']);
    expect(relay.requests.at(-2)?.payload.consentRef).toEqual(new Uint8Array(16).fill(7));
    expect(other.requests.some(({ event }) => event === 'consent:withdraw')).toBe(false);
  });

  it('deletes it also while nobody has heard yet that it is over', async () => {
    const { relay, other, clock, first, next } = await movedOn('erase early');
    await relay.connect(false);
    leaveBehind(first, next, clock.later);
    next.erase();
    await clock.advance(5000);
    await other.connect(true);
    await relay.connect(true);
    expect(next.getSnapshot().erasure).toEqual({ kind: 'deleted' });
    expect(relay.requests.at(-1)?.event).toBe('chat:delete');
  });

  it('is passed on from chat to chat, and forgotten with the last one', async () => {
    const { clock, first, next } = await movedOn('third');
    const third = openPersonChat(
      target,
      prefs,
      testMeans(testRelay(), 'third of three', clock).means,
    );
    leaveBehind(first, next, clock.later);
    leaveBehind(next, third, clock.later);
    for (let i = 0; i < 6; i++) await settled();
    expect([first, next].map(({ address }) => isWiped(address().token))).toEqual([false, false]);
    third.forget();
    expect([first, next].map(({ address }) => isWiped(address().token))).toEqual([true, true]);
  });

  it('is not forgotten before the server has heard that it is over', async () => {
    const { relay, clock, first, next } = await movedOn('left at once');
    await relay.connect(false);
    leaveBehind(first, next, clock.later);
    next.forget();
    expect(isWiped(first.address().token)).toBe(false);
    await relay.connect(true);
    for (let i = 0; i < 6; i++) await settled();
    expect(relay.requests.at(-1)?.event).toBe('chat:end');
    expect(isWiped(first.address().token)).toBe(true);
  });
});
