import { describe, expect, it } from 'vitest';
import { said } from '#lib/crypto/tests/world.ts';
import { openPersonChat } from './conversation.ts';
import { settled, target, testMeans, testRelay } from './test-relay.ts';
import { prefs, talking, waiting } from './test-talk.ts';

describe('a person waits', () => {
  it('with PREFS before any word, and the place that the server says', async () => {
    const { relay, chat, desk } = await waiting('prefs');
    expect(chat.getSnapshot().phase).toEqual({ kind: 'waiting', place: 3, attendance: 'here' });
    expect(relay.requests.map(({ event }) => event)).toEqual(['mailbox:open']);
    const [first] = desk.take(said('Hoi.'));
    expect(first?.content).toEqual({ type: 'prefs', prefs: { ...prefs, cover: false } });
    expect(first?.minute).toBeGreaterThan(0);
  });

  it('and never moves back in the queue', async () => {
    const { relay, chat } = await waiting('place');
    relay.tell('queue:moved', { place: 2 });
    relay.tell('queue:moved', { place: 4 });
    expect(chat.getSnapshot().phase).toEqual({ kind: 'waiting', place: 2, attendance: 'here' });
  });

  it('sees what they write at once, and it is sent when the server says so', async () => {
    const { chat, ticks, texts } = await waiting('ticks');
    expect(chat.send('help')).toBe('sent');
    expect(texts()).toEqual(['help']);
    expect(ticks()).toEqual(['waiting']);
    await settled();
    await settled();
    expect(ticks()).toEqual(['sent']);
  });

  it('reads that the queue is full, and nothing goes on', async () => {
    const relay = testRelay();
    const { means } = testMeans(relay, 'full');
    relay.state.refuse = 'full';
    const chat = openPersonChat(target, prefs, means);
    await relay.connect(true);
    expect(chat.getSnapshot().phase).toEqual({ kind: 'refused', why: 'full' });
    expect(chat.send('help')).toBe('not_possible');
  });

  it('cannot be answered by a frame that the server made up', async () => {
    const { relay, chat } = await waiting('forged');
    relay.deliver(new Uint8Array(2700).fill(7));
    await settled();
    expect(chat.getSnapshot()).toMatchObject({ counsellor: null, entries: [] });
  });
});

describe('a person and a counsellor', () => {
  it('read what the other wrote, each message once, with the name out of the certificate', async () => {
    const { chat, desk, texts, relay } = await waiting('talk');
    chat.send('help');
    await settled();
    await settled();
    expect(desk.take(said('Hoi.')).map((message) => message.content)).toContainEqual({
      type: 'text',
      text: 'help',
    });
    await settled();
    expect(chat.getSnapshot()).toMatchObject({ phase: { kind: 'open' }, counsellor: 'Mara' });
    chat.send('ik ben hier');
    await settled();
    const frame = desk.say(said('Goed dat je schrijft.'));
    relay.tell('frame:arrived', frame);
    await settled();
    expect(texts()).toEqual(['help', 'Hoi.', 'ik ben hier', 'Goed dat je schrijft.']);
    expect(desk.open().map((message) => message.content)).toContainEqual({
      type: 'text',
      text: 'ik ben hier',
    });
  });

  it('tell delivered and read apart, each on the word of the other side alone', async () => {
    const { chat, desk, ticks } = await talking('receipts');
    chat.send('dag');
    await settled();
    await settled();
    expect(ticks()).toEqual(['sent']);
    const [seen] = desk.open().filter((message) => message.content.type === 'text');
    desk.say({ content: { type: 'ack', read: null }, minute: 0 });
    expect(ticks()).toEqual(['delivered']);
    desk.say({ content: { type: 'ack', read: (seen?.seq ?? 0) + 1 }, minute: 0 });
    expect(ticks()).toEqual(['read']);
  });

  it('believe no "delivered" of a server that lies', async () => {
    const { chat, desk, relay, ticks } = await talking('liar');
    const old = desk.say({ content: { type: 'ack', read: null }, minute: 0 });
    chat.send('dag');
    await settled();
    await settled();
    expect(ticks()).toEqual(['sent']);
    // It keeps the message to itself, and shows whatever it has as if the other side had answered.
    const [, mine] = relay.stored;
    const lies = [old.blob, mine?.blob ?? old.blob, Uint8Array.from(old.blob, (byte) => byte ^ 1)];
    for (const blob of lies) relay.deliver(blob);
    relay.tell('counsellor:presence', { present: true });
    relay.tell('mailbox:opened', {});
    expect(ticks()).toEqual(['sent']);
    // What could not be read made a new session. What it cannot make is the other side's word.
    desk.resume(said('Hier ben ik.'));
    await settled();
    expect(ticks()).toEqual(['sent']);
    chat.send('nog iets');
    await settled();
    await settled();
    expect(ticks()).toEqual(['sent', 'sent']);
    desk.open();
    desk.say({ content: { type: 'ack', read: null }, minute: 0 });
    expect(ticks()).toEqual(['sent', 'delivered']);
  });

  it('acknowledge what arrived, and call it read only on a visible screen', async () => {
    const { chat, clock, desk } = await talking('seen');
    await clock.advance(1000);
    const acks = () =>
      desk.open().flatMap(({ content }) => (content.type === 'ack' ? [content.read] : []));
    expect(acks()).toEqual([null]);
    chat.setVisible(true);
    await clock.advance(6000);
    expect(acks()).toEqual([1]);
    desk.say(said('Nog iets.'));
    await clock.advance(6000);
    expect(acks()).toEqual([2]);
    await clock.advance(60_000);
    expect(acks()).toEqual([]);
  });

  it('acknowledge the CLAIM itself, also where it says nothing', async () => {
    const { clock, desk } = await waiting('silent claim');
    desk.take({ content: { type: 'noop' }, minute: 0 });
    await clock.advance(6000);
    expect(desk.open().map(({ content }) => content)).toEqual([{ type: 'ack', read: null }]);
  });

  it('spare the receipt of what the answer to it acknowledges anyway', async () => {
    const { chat, clock, desk } = await talking('carried');
    await clock.advance(6000);
    desk.open();
    desk.say(said('Ben je daar?'));
    chat.send('ja');
    await clock.advance(60_000);
    expect(desk.open().map(({ content }) => content.type)).toEqual(['text']);
  });

  it('hear of PREFS that changed, and of none that did not', async () => {
    const { chat, clock, desk } = await talking('prefs changed');
    await clock.advance(6000);
    desk.open();
    chat.setPrefs({ country: 'BE' });
    chat.setPrefs({ danger: true });
    await clock.advance(6000);
    const changed = { ...prefs, danger: true, cover: false };
    expect(desk.open().map(({ content }) => content)).toEqual([{ type: 'prefs', prefs: changed }]);
  });

  it('show the counsellor writing, until the words are there or the signs stop', async () => {
    const { chat, clock, desk } = await talking('typing');
    const typing = { content: { type: 'typing' }, minute: 0 } as const;
    desk.say(typing);
    expect(chat.getSnapshot().counsellorTyping).toBe(true);
    desk.say(said('Zo.'));
    expect(chat.getSnapshot().counsellorTyping).toBe(false);
    desk.say(typing);
    await clock.advance(7000);
    expect(chat.getSnapshot().counsellorTyping).toBe(false);
    // That they read meanwhile neither ends the sign nor lets it stand for good.
    desk.say(typing);
    await clock.advance(3000);
    desk.say({ content: { type: 'ack', read: null }, minute: 0 });
    expect(chat.getSnapshot().counsellorTyping).toBe(true);
    await clock.advance(4000);
    expect(chat.getSnapshot().counsellorTyping).toBe(false);
    // Each sign makes it stand anew: the end of the one before is not the end of this one.
    desk.say(typing);
    await clock.advance(5000);
    desk.say(typing);
    await clock.advance(4000);
    expect(chat.getSnapshot().counsellorTyping).toBe(true);
  });

  it('say that a message is missing where the relay dropped one', async () => {
    const { chat, desk, relay } = await talking('gap');
    relay.state.swallow = true;
    desk.say(said('weg'));
    relay.state.swallow = false;
    desk.say(said('daar'));
    const lines = chat
      .getSnapshot()
      .entries.map((entry) =>
        entry.kind === 'notice' ? entry.notice : 'text' in entry && entry.text,
      );
    expect(lines).toEqual(['joined', 'Hoi.', 'missing', 'daar']);
  });
});

it('too much for one message is said so, and nothing leaves', async () => {
  const { relay, chat, texts } = await talking('long');
  const before = relay.requests.length;
  expect(chat.send('x'.repeat(16_353))).toBe('too_long');
  await settled();
  expect(relay.requests).toHaveLength(before);
  expect(texts()).toEqual(['Hoi.']);
});
