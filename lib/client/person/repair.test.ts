import { describe, expect, it } from 'vitest';
import { startFormOf } from '#lib/crypto/conversation/start-header.ts';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { said } from '#lib/crypto/tests/world.ts';
import { openPersonChat } from './conversation.ts';
import { createRepair, REPAIR_EVERY_MS, UNHEARD_MS } from './repair.ts';
import { settled, target, testClock, testDesk, testMeans, testRelay } from './test-relay.ts';
import { tickOf } from './view.ts';

const prefs = { language: 'nl', country: 'BE', age: 'not-said', danger: true } as const;
const rubbish = (n: number) => new Uint8Array(700).fill(n);
const ack = { content: { type: 'ack', read: null }, minute: 0 } as const;

async function talking(name: string) {
  const relay = testRelay();
  const { means, clock } = testMeans(relay, name);
  const chat = openPersonChat(target, prefs, means);
  await relay.connect(true);
  const desk = testDesk(relay, fromHex(chat.address().mailboxId));
  desk.take(said('Hoi.'));
  await settled();
  const view = () => chat.getSnapshot();
  const texts = () => view().entries.flatMap((e) => (e.kind === 'message' ? [e.text] : []));
  const notices = () => view().entries.flatMap((e) => (e.kind === 'notice' ? [e.notice] : []));
  const ticks = () => view().entries.flatMap((entry) => tickOf(view(), entry) ?? []);
  const starts = () => relay.stored.filter(({ blob }) => startFormOf(blob) === 'first').length;
  const sends = async (text: string) => {
    expect(chat.send(text)).toBe('sent');
    await clock.advance(1);
  };
  return { relay, clock, chat, desk, view, texts, notices, ticks, starts, sends };
}

const textsOf = (messages: { content: { type: string } }[]) =>
  messages.flatMap(({ content }) => ('text' in content ? [content.text] : []));

describe('a chat repairs itself', () => {
  it('after a frame that could not be read: nothing is lost, nothing stands twice', async () => {
    const { relay, clock, desk, view, texts, notices, ticks, starts, sends } =
      await talking('read');
    await sends('heard');
    desk.open();
    desk.say(ack);
    await sends('not heard');
    expect(starts()).toBe(1);
    relay.deliver(rubbish(9));
    await clock.advance(1);
    expect(starts()).toBe(2);
    expect(view()).toMatchObject({ repairing: true, quarantined: false, counsellor: 'Mara' });
    expect(notices()).toEqual(['joined', 'unreadable']);

    await sends('meanwhile');
    const [first, ...more] = desk.resume(said('Daar zijn we weer.'));
    expect(first?.content).toMatchObject({ type: 'prefs', prefs: { danger: true } });
    expect(textsOf(more)).toEqual(['not heard', 'meanwhile']);
    await clock.advance(1);
    expect(view().repairing).toBe(false);
    expect(notices()).toEqual(['joined', 'unreadable', 'repaired']);
    expect(texts()).toEqual(['Hoi.', 'heard', 'not heard', 'meanwhile', 'Daar zijn we weer.']);

    await sends('after');
    expect(textsOf(desk.open())).toEqual(['after']);
    desk.say(ack);
    // What went twice is never called delivered: no word of the other side says so.
    expect(ticks()).toEqual(['delivered', 'sent', 'delivered', 'delivered']);
  });

  it('after both sides stopped agreeing, by itself', async () => {
    const { relay, clock, desk, view, texts, chat } = await talking('gap');
    relay.state.swallow = true;
    desk.say(said('kept back'));
    relay.state.swallow = false;
    for (let i = 0; i < 16; i++) desk.say(said(`${i}`));
    expect(view()).toMatchObject({ quarantined: false, repairing: false });
    desk.say(said('one too many'));
    await clock.advance(1);
    expect(view()).toMatchObject({ quarantined: false, repairing: true });
    expect(texts()).not.toContain('one too many');
    expect(chat.send('still here')).toBe('sent');
    await clock.advance(1);
    expect(textsOf(desk.resume(said('again')))).toEqual(['still here']);
    await clock.advance(1);
    expect(texts()).toContain('again');
  });

  it('when a counsellor who is there acknowledges nothing', async () => {
    const { clock, sends, starts, relay } = await talking('silent');
    await sends('anybody?');
    await clock.advance(UNHEARD_MS - 10);
    expect(starts()).toBe(1);
    await clock.advance(20);
    expect(starts()).toBe(2);
    // Nobody is there to hear it: that is no reason.
    const away = await talking('away');
    away.relay.tell('counsellor:presence', { present: false });
    await away.sends('anybody?');
    await away.clock.advance(UNHEARD_MS + 10);
    expect(away.starts()).toBe(1);
    expect(relay.requests.length).toBeGreaterThan(0);
  });

  it('when a counsellor who is there falls silent in the middle, whatever was acknowledged before', async () => {
    const { clock, sends, starts, desk, chat } = await talking('falls silent');
    await sends('heard');
    desk.open();
    desk.say(ack);
    await clock.advance(UNHEARD_MS - 1000);
    await sends('not heard');
    await clock.advance(2000);
    expect(starts()).toBe(1);
    await clock.advance(UNHEARD_MS);
    expect(starts()).toBe(2);
    const [, ...more] = desk.resume(said('Daar ben ik weer.'));
    expect(textsOf(more)).toEqual(['not heard']);

    // On a screen that was cleared no message stands that could be asked after.
    await sends('said before the screen went');
    desk.say({ content: { type: 'clear' }, minute: 0 });
    expect(chat.getSnapshot().cleared).toBe(true);
    await clock.advance(REPAIR_EVERY_MS);
    expect(starts()).toBe(3);
  });

  it('when the line was down while it would have been asked after', async () => {
    const { relay, clock, sends, starts } = await talking('line down');
    await sends('anybody?');
    relay.tell('counsellor:presence', { present: false });
    await clock.advance(UNHEARD_MS + 10);
    relay.tell('counsellor:presence', { present: true });
    expect(starts()).toBe(1);
    await clock.advance(UNHEARD_MS);
    expect(starts()).toBe(2);
  });

  it('no more than once in five minutes, whatever a server sends', async () => {
    const { relay, clock, starts, desk } = await talking('often');
    for (let i = 0; i < 5; i++) relay.deliver(rubbish(i));
    await clock.advance(1);
    expect(starts()).toBe(2);
    desk.resume(said('hier'));
    await clock.advance(REPAIR_EVERY_MS - 100);
    relay.deliver(rubbish(7));
    await clock.advance(50);
    expect(starts()).toBe(2);
    await clock.advance(100);
    expect(starts()).toBe(3);
  });

  it('with nobody but who had the session before', async () => {
    const { relay, clock, view, desk } = await talking('who');
    relay.deliver(rubbish(1));
    await clock.advance(1);
    // A second frame of the old session, and a CLAIM that somebody made up.
    desk.say(said('old keys'));
    const forged = rubbish(2);
    forged.set([1, 2, 0, 0, 0, 0, 0, 1]);
    relay.deliver(forged);
    await clock.advance(1);
    expect(view().repairing).toBe(true);
    desk.resume(said('hier'));
    expect(view().repairing).toBe(false);
  });

  it('and what it would say again goes with the keys', async () => {
    const { chat, sends } = await talking('gone');
    await sends('a secret');
    const [kept] = chat.parts.held.unconfirmed;
    expect(kept?.inner.some((byte) => byte !== 0)).toBe(true);
    chat.forget();
    expect(kept?.inner.every((byte) => byte === 0)).toBe(true);
    expect(chat.parts.held.unconfirmed).toEqual([]);
  });
});

it('a clock that was set back makes nobody wait for longer', async () => {
  const clock = testClock();
  let setBack = 0;
  let begun = 0;
  const means = { now: () => clock.now() - setBack, later: clock.later };
  const repair = createRepair(
    means,
    () => {
      begun += 1;
    },
    () => 'heard',
  );
  repair.needed();
  setBack = 3_600_000;
  repair.needed();
  await clock.advance(REPAIR_EVERY_MS);
  expect(begun).toBe(2);
  repair.needed();
  repair.stop();
  await clock.advance(REPAIR_EVERY_MS);
  expect(begun).toBe(2);
});
