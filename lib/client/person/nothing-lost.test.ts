import { describe, expect, it } from 'vitest';
import { said } from '#lib/crypto/tests/world.ts';
import { openPersonChat } from './conversation.ts';
import { settled, target, testMeans, testRelay } from './test-relay.ts';
import { prefs, talking } from './test-talk.ts';

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

describe('a server that takes nothing more for now', () => {
  it('is shown as one with a problem, and everything goes out in order once it does', async () => {
    const { relay, chat, desk, clock, texts, ticks } = await talking('too many');
    desk.open();
    relay.state.refuse = 'too_many';
    for (const text of ['een', 'twee']) chat.send(text);
    await clock.advance(4500);
    expect(chat.getSnapshot().line).toBe('server_down');
    await clock.advance(10 * 60_000);
    expect(chat.getSnapshot().line).toBe('server_down');
    chat.send('drie');
    relay.state.refuse = null;
    await clock.advance(10_000);
    expect(chat.getSnapshot().line).toBe('connected');
    expect(texts()).toEqual(['Hoi.', 'een', 'twee', 'drie']);
    expect(ticks()).not.toContain('waiting');
    const heard = desk.open().flatMap(({ content }) => ('text' in content ? [content.text] : []));
    expect(heard).toEqual(['een', 'twee', 'drie']);
  });
});
