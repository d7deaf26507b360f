import { describe, expect, it } from 'vitest';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { said } from '#lib/crypto/tests/world.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import { openPersonChat } from './conversation.ts';
import type { ChatPrefs } from './person-chat.ts';
import { settled, target, testDesk, testMeans, testRelay } from './test-relay.ts';
import { newView } from './view.ts';

const prefs: ChatPrefs = { language: 'nl', country: 'BE', age: 'not-said', danger: false };

async function talking(name: string) {
  const relay = testRelay();
  const { means, clock } = testMeans(relay, name);
  const chat = openPersonChat(target, prefs, means);
  await relay.connect(true);
  const desk = testDesk(relay, fromHex(chat.address().mailboxId));
  desk.take(said('Hoi.'));
  await settled();
  chat.send('a secret');
  await settled();
  await settled();
  const deletions = () => relay.requests.filter(({ event }) => event === 'chat:delete');
  const erasure = () => chat.getSnapshot().erasure;
  /** What the counsellor's side reads in the sealed frame of a deletion. */
  const read = (frame: unknown) => {
    relay.stored.push(frame as Frame);
    return desk.open().at(-1)?.content;
  };
  return { relay, clock, chat, desk, deletions, erasure, read };
}

describe('delete everything', () => {
  it('counts five seconds down, in which nothing is sent and everything can come back', async () => {
    const { chat, clock, erasure, deletions, desk } = await talking('undo');
    const before = chat.getSnapshot();
    chat.erase();
    for (const seconds of [5, 4, 3, 2, 1]) {
      expect(erasure()).toEqual({ kind: 'undo', seconds });
      if (seconds > 1) await clock.advance(1000);
    }
    await clock.advance(900);
    desk.say(said('Ben je er nog?'));
    chat.undoErase();
    await clock.advance(60_000);
    expect(erasure()).toBeNull();
    expect(chat.getSnapshot().entries).toHaveLength(before.entries.length + 1);
    expect(deletions()).toEqual([]);
    expect(chat.send('still here')).toBe('sent');
  });

  it('what came while nothing was shown is not called read', async () => {
    const { chat, clock, desk } = await talking('unread');
    const reads = () =>
      desk.open().flatMap(({ content }) => (content.type === 'ack' ? [content.read] : []));
    chat.setVisible(true);
    await clock.advance(6000);
    expect(reads()).toEqual([1]);
    chat.erase();
    desk.say(said('Wie leest dit?'));
    chat.setVisible(true);
    await clock.advance(4000);
    expect(reads().filter((read) => read !== null)).toEqual([]);
    chat.undoErase();
    await clock.advance(6000);
    expect(reads()).toEqual([2]);
  });

  it('then nothing is left here, and the server is asked with the proof and a sealed DELETE', async () => {
    const { relay, chat, clock, deletions, erasure, read } = await talking('gone');
    chat.erase();
    await clock.advance(5000);
    expect(chat.getSnapshot()).toEqual({ ...newView, erasure: { kind: 'deleting' } });
    expect(chat.send('too late')).toBe('not_possible');
    const token = Uint8Array.from(chat.address().token);
    await relay.connect(true);
    const [deletion] = deletions();
    expect(deletion?.payload).toMatchObject({ mailboxId: chat.address().mailboxId });
    expect(token.some((byte) => byte !== 0)).toBe(true);
    expect(read(deletion?.payload.last)).toEqual({ type: 'delete' });
    expect(erasure()).toEqual({ kind: 'deleted' });
    expect(chat.address().token.every((byte) => byte === 0)).toBe(true);
    expect(chat.unfinishedErasure()).toEqual([]);
  });

  it('without a connection the page says so, keeps trying, and says when it is done', async () => {
    const { relay, chat, clock, deletions, erasure } = await talking('offline');
    chat.erase();
    await relay.connect(false);
    await clock.advance(5000);
    expect(erasure()).toEqual({ kind: 'deleting' });
    await clock.advance(4000);
    expect(erasure()).toEqual({ kind: 'not_yet' });
    expect(chat.getSnapshot().entries).toEqual([]);
    relay.state.loseAnswers = true;
    await relay.connect(true);
    await clock.advance(3000);
    expect(deletions().length).toBeGreaterThan(1);
    expect(erasure()).toEqual({ kind: 'not_yet' });
    relay.state.loseAnswers = false;
    await clock.advance(1000);
    expect(erasure()).toEqual({ kind: 'deleted' });
    const asked = deletions().length;
    expect(new Set(deletions().map(({ payload }) => payload.last)).size).toBe(1);
    await clock.advance(60_000);
    expect(deletions()).toHaveLength(asked);
  });

  it('works after the end too, when no key is left', async () => {
    const { relay, chat, clock, deletions, erasure, read } = await talking('ended');
    chat.end();
    await settled();
    await settled();
    expect(chat.getSnapshot().phase).toEqual({ kind: 'ended', by: 'us' });
    chat.erase();
    await clock.advance(5000);
    await relay.connect(true);
    expect(erasure()).toEqual({ kind: 'deleted' });
    expect(read(deletions()[0]?.payload.last)).toEqual({ type: 'delete' });
  });

  it('works while nobody has answered, with the keys of the first message', async () => {
    const relay = testRelay();
    const { means, clock } = testMeans(relay, 'waits');
    const chat = openPersonChat(target, prefs, means);
    await relay.connect(true);
    chat.erase();
    await clock.advance(5000);
    await relay.connect(true);
    expect(chat.getSnapshot().erasure).toEqual({ kind: 'deleted' });
  });

  it('whoever leaves in between leaves the order to delete behind', async () => {
    const { chat, read, desk } = await talking('leaves');
    expect(chat.unfinishedErasure()).toEqual([]);
    chat.erase();
    desk.open();
    const left = chat.unfinishedErasure();
    expect(read(left[0]?.erase?.last)).toEqual({ type: 'delete' });
    expect(chat.unfinishedErasure()).toEqual(left);
    chat.forget();
    expect(chat.getSnapshot()).toEqual(newView);
    expect(chat.unfinishedErasure()).toEqual([]);
  });

  it('pressed twice counts on, and does not begin anew', async () => {
    const { chat, clock, erasure } = await talking('twice');
    chat.erase();
    await clock.advance(2000);
    chat.erase();
    expect(erasure()).toEqual({ kind: 'undo', seconds: 3 });
    await clock.advance(3000);
    chat.erase();
    expect(erasure()).toEqual({ kind: 'deleting' });
  });

  it('does not wait for the seconds when told so, and counts no more of them', async () => {
    const { chat, clock, relay, erasure } = await talking('now');
    chat.erase();
    await clock.advance(2000);
    chat.eraseNow();
    expect(chat.getSnapshot()).toEqual({ ...newView, erasure: { kind: 'deleting' } });
    await clock.advance(1500);
    expect(erasure()).toEqual({ kind: 'deleting' });
    await relay.connect(true);
    await clock.advance(5000);
    expect(erasure()).toEqual({ kind: 'deleted' });
  });

  it('and nothing of it goes on in a page that was left', async () => {
    const { chat, clock, relay, deletions, erasure } = await talking('left');
    chat.erase();
    chat.forget();
    await clock.advance(5000);
    await relay.connect(true);
    await clock.advance(60_000);
    expect(deletions()).toEqual([]);
    expect(erasure()).toBeNull();
  });

  it('is nothing for a chat that never began', async () => {
    const relay = testRelay();
    const { means } = testMeans(relay, 'refused');
    relay.state.refuse = 'full';
    const chat = openPersonChat(target, prefs, means);
    await relay.connect(true);
    chat.erase();
    expect(chat.getSnapshot().erasure).toBeNull();
  });
});
