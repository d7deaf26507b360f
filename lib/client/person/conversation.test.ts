import { describe, expect, it } from 'vitest';
import { fromHex } from '#lib/crypto/bytes.ts';
import { said } from '#lib/crypto/tests/world.ts';
import { openPersonChat } from './conversation.ts';
import type { ChatPrefs } from './person-chat.ts';
import { settled, target, testDesk, testMeans, testRelay } from './test-relay.ts';
import { tickOf } from './view.ts';

const prefs: ChatPrefs = { language: 'nl', country: 'BE', age: 'not-said', danger: false };

async function waiting(name: string) {
  const relay = testRelay();
  const { means, clock } = testMeans(relay, name);
  const chat = openPersonChat(target, prefs, means);
  await relay.connect(true);
  const desk = testDesk(relay, fromHex(chat.address().mailboxId));
  const texts = () =>
    chat.getSnapshot().entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : []));
  const ticks = () =>
    chat.getSnapshot().entries.flatMap((entry) => tickOf(chat.getSnapshot(), entry) ?? []);
  return { relay, clock, chat, desk, texts, ticks };
}

async function talking(name: string) {
  const all = await waiting(name);
  all.desk.take(said('Hoi.'));
  await settled();
  return all;
}

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

describe('nothing is lost', () => {
  it('while a phone sleeps for an hour: what was said on both sides stands once, in order', async () => {
    const { relay, chat, desk, clock, texts, ticks } = await talking('asleep');
    relay.state.loseAnswers = true;
    chat.send('ik ga slapen');
    await settled();
    relay.state.loseAnswers = false;
    await relay.connect(false);
    desk.open();
    for (const text of ['Slaap goed.', 'Ik ben er morgen.']) desk.say(said(text));
    await clock.advance(3_600_000);
    await relay.connect(true);
    await clock.advance(10_000);
    expect(texts()).toEqual(['Hoi.', 'ik ga slapen', 'Slaap goed.', 'Ik ben er morgen.']);
    desk.say({ content: { type: 'ack', read: null }, minute: 0 });
    expect(ticks()).toEqual(['delivered']);
  });

  it('when the connection breaks: the same bytes go again, and stand once', async () => {
    const { relay, chat, desk, texts } = await talking('break');
    relay.state.loseAnswers = true;
    chat.send('eerste');
    await settled();
    await relay.connect(false);
    chat.send('tweede');
    relay.state.loseAnswers = false;
    await relay.connect(true);
    await settled();
    await settled();
    const sent = relay.requests.filter(({ event }) => event === 'frame:send');
    const ids = sent.map(({ payload }) => payload.frameId);
    expect(ids.length).toBeGreaterThan(new Set(ids).size);
    const twice = sent.filter(({ payload }) => payload.frameId === ids[0]);
    expect(twice.length).toBeGreaterThan(1);
    for (const { payload } of twice) expect(payload.blob).toEqual(sent[0]?.payload.blob);
    const heard = desk
      .open()
      .flatMap(({ content }) => (content.type === 'text' ? [content.text] : []));
    expect(heard).toEqual(['eerste', 'tweede']);
    expect(texts()).toEqual(['Hoi.', 'eerste', 'tweede']);
  });

  it('when the answer to the very first frame is lost: it opens one mailbox', async () => {
    const relay = testRelay();
    const { means } = testMeans(relay, 'first');
    relay.state.loseAnswers = true;
    const chat = openPersonChat(target, prefs, means);
    await relay.connect(true);
    await relay.connect(false);
    relay.state.loseAnswers = false;
    await relay.connect(true);
    expect(relay.requests.filter(({ event }) => event === 'mailbox:open')).toHaveLength(2);
    expect(relay.stored).toHaveLength(1);
    expect(chat.getSnapshot().phase.kind).toBe('waiting');
  });

  it('when frames arrived while the line was down: they are fetched, and shown once', async () => {
    const { relay, desk, texts } = await talking('away');
    await relay.connect(false);
    desk.say(said('Ben je er nog?'));
    expect(texts()).toEqual(['Hoi.']);
    await relay.connect(true);
    expect(texts()).toEqual(['Hoi.', 'Ben je er nog?']);
  });

  it('when a frame is told before the answer that has those in front of it', async () => {
    const { relay, desk, texts } = await talking('early');
    await relay.connect(false);
    desk.say(said('een'));
    relay.state.connected = true;
    const back = relay.connect(true);
    desk.say(said('twee'));
    await back;
    expect(texts()).toEqual(['Hoi.', 'een', 'twee']);
  });

  it('and a dead server is shown within five seconds, then recovered from alone', async () => {
    const { relay, chat, clock } = await talking('dead');
    await relay.connect(false);
    await clock.advance(1000);
    await relay.connect(false);
    expect(chat.getSnapshot().line).toBe('connected');
    await clock.advance(4000);
    expect(chat.getSnapshot().line).toBe('server_down');
    await relay.connect(true);
    expect(chat.getSnapshot().line).toBe('back');
    await clock.advance(10_000);
    expect(chat.getSnapshot().line).toBe('connected');
  });
});

describe('a counsellor who is gone', () => {
  it('comes right back for two minutes, and has lost the person after that, until they return', async () => {
    const { relay, chat, clock } = await talking('orphaned');
    relay.tell('counsellor:presence', { present: false });
    await clock.advance(90_000);
    expect(chat.getSnapshot()).toMatchObject({ counsellorPresent: false, orphaned: false });
    relay.view.counsellorPresent = false;
    await relay.connect(false);
    await relay.connect(true);
    await clock.advance(31_000);
    expect(chat.getSnapshot().orphaned).toBe(true);
    relay.tell('counsellor:presence', { present: true });
    expect(chat.getSnapshot()).toMatchObject({ counsellorPresent: true, orphaned: false });
    await clock.advance(300_000);
    expect(chat.getSnapshot().orphaned).toBe(false);
  });
});

describe('a line that is cut without a word', () => {
  it('is shown as soon as the silence is noticed, and taken back when something is heard', async () => {
    const { relay, chat } = await talking('hush');
    relay.hush(true);
    expect(chat.getSnapshot().line).toBe('server_down');
    relay.hush(false);
    expect(chat.getSnapshot().line).toBe('back');
  });
});

describe('a chat ends', () => {
  it('by the person: CLOSE is the last thing said', async () => {
    const { relay, chat, desk } = await talking('end');
    chat.send('dag');
    chat.end();
    expect(chat.getSnapshot().phase).toEqual({ kind: 'ended', by: 'us' });
    for (let i = 0; i < 4; i++) await settled();
    expect(relay.requests.at(-1)?.event).toBe('chat:end');
    expect(desk.open().map(({ content }) => content.type)).toEqual(['text', 'close']);
    expect(chat.send('nog iets')).toBe('not_possible');
  });

  it('by the counsellor, who said so; the words stay on the screen', async () => {
    const { relay, chat, desk, texts } = await talking('closed');
    desk.say({ content: { type: 'close' }, minute: 0 });
    relay.tell('mailbox:closed', {});
    expect(chat.getSnapshot().phase).toEqual({ kind: 'ended', by: 'counsellor' });
    expect(texts()).toEqual(['Hoi.']);
  });

  it('on the word of the server alone, without naming anybody; unsent words say so', async () => {
    const { relay, chat, ticks } = await talking('gone');
    await relay.connect(false);
    chat.send('te laat');
    relay.view.state = 'closed';
    await relay.connect(true);
    expect(chat.getSnapshot().phase).toEqual({ kind: 'ended', by: 'unknown' });
    expect(ticks()).toEqual(['failed']);
  });

  it('and leaving at once overwrites the token and drops the words', async () => {
    const { chat, relay } = await talking('leave');
    chat.send('geheim');
    const { token } = chat.address();
    expect(token.some((byte) => byte !== 0)).toBe(true);
    chat.closeSocket();
    chat.forget();
    expect(relay.state.connected).toBe(false);
    expect(token.every((byte) => byte === 0)).toBe(true);
    expect(chat.getSnapshot().entries).toEqual([]);
    // The list of organisations is not ours to overwrite: another chat can begin.
    expect(target.roots.orgId.some((byte) => byte !== 0)).toBe(true);
    expect(target.team.teamId.some((byte) => byte !== 0)).toBe(true);
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

describe('a counsellor who clears the screen', () => {
  it('takes every word off the page, and nothing is told to be read until the person reads on', async () => {
    const { chat, desk, texts } = await talking('clear');
    chat.send('he hits me');
    await settled();
    expect(texts()).toEqual(['Hoi.', 'he hits me']);
    desk.say({ content: { type: 'clear' }, minute: 0 });
    await settled();
    expect(chat.getSnapshot()).toMatchObject({ cleared: true, entries: [] });
    chat.readOn();
    expect(chat.getSnapshot()).toMatchObject({
      cleared: false,
      entries: [{ kind: 'notice', notice: 'cleared' }],
    });
  });
});
