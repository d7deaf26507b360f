import { describe, expect, it } from 'vitest';
import { said } from '#lib/crypto/tests/world.ts';
import { createConsentLine } from './consent-line.ts';
import { settled } from './test-relay.ts';
import { talking, waiting } from './test-talk.ts';

const clear = { content: { type: 'clear' }, minute: 0 } as const;

describe('a counsellor who took the chat and is gone when our line comes back', () => {
  it('is said to be gone, and after five minutes there is a way to somebody else', async () => {
    const { relay, chat, desk, clock } = await waiting('claimed unseen');
    await relay.connect(false);
    desk.take(said('Hoi.'));
    relay.view.counsellorPresent = false;
    await relay.connect(true);
    expect(chat.getSnapshot()).toMatchObject({
      phase: { kind: 'open' },
      counsellorPresent: false,
    });
    await clock.advance(5 * 60_000);
    expect(chat.getSnapshot()).toMatchObject({
      counsellorPresent: false,
      orphaned: true,
      mayMoveOn: true,
    });
  });

  it('is not gone for as long as the person had waited for them', async () => {
    const { relay, chat, desk, clock } = await waiting('long wait');
    relay.view.counsellorPresent = false;
    await relay.connect(false);
    await relay.connect(true);
    await clock.advance(15 * 60_000);
    expect(chat.getSnapshot()).toMatchObject({ orphaned: false, mayMoveOn: false });
    desk.take(said('Hoi.'));
    relay.tell('counsellor:presence', { present: false });
    await clock.advance(60_000);
    expect(chat.getSnapshot()).toMatchObject({ orphaned: false, mayMoveOn: false });
  });
});

describe('a chat that was ended before anybody answered', () => {
  it('stays over when the answer comes before the server has heard the end', async () => {
    const { relay, chat, desk, clock } = await waiting('ended first');
    relay.state.refuse = 'unavailable';
    void chat.end();
    await settled();
    const phases = new Set<string>();
    chat.subscribe(() => phases.add(chat.getSnapshot().phase.kind));
    desk.take(said('Hoi.'));
    await settled();
    desk.say(said('Ben je daar?'));
    relay.state.refuse = null;
    await clock.advance(2000);
    expect([...phases]).toEqual(['ended']);
    expect(chat.getSnapshot().phase).toEqual({ kind: 'ended', by: 'us' });
  });
});

describe('a screen that was cleared while everything could still be brought back', () => {
  it('tells nobody that something was read behind the neutral text', async () => {
    const { chat, desk, clock } = await talking('cleared under undo');
    chat.setVisible(true);
    await clock.advance(6000);
    desk.open();
    chat.erase();
    desk.say(said('Is er iemand?'));
    desk.say(clear);
    chat.undoErase();
    await clock.advance(20_000);
    const reads = desk
      .open()
      .flatMap(({ content }) => (content.type === 'ack' && content.read !== null ? [1] : []));
    expect(reads).toEqual([]);
  });
});

describe('a chat that is over', () => {
  it('says nothing more, whoever looks at it', async () => {
    const { chat, desk, clock, relay } = await talking('looked at');
    desk.say({ content: { type: 'close' }, minute: 0 });
    relay.tell('mailbox:closed', {});
    await settled();
    const before = relay.requests.length;
    chat.setVisible(true);
    await clock.advance(60_000);
    expect(relay.requests.length).toBe(before);
    expect(clock.pending()).toBe(0);
  });
});

describe('a yes that is on its way when the screen is cleared', () => {
  it('can be taken back once it has arrived', async () => {
    const { chat, desk } = await talking('yes under way');
    desk.say({ content: { type: 'consent-request', body: new Uint8Array([1]) }, minute: 0 });
    const [card] = chat.getSnapshot().cards;
    const line = createConsentLine(chat.parts);
    line.mark(card?.id ?? '', 'sharing');
    desk.say(clear);
    line.mark(card?.id ?? '', 'yes');
    chat.readOn();
    expect(chat.getSnapshot().cards.map(({ state }) => state)).toEqual(['yes']);
  });
});

describe('an outage of minutes', () => {
  it('leaves the desk time to acknowledge what was stored after it, before anything is begun anew', async () => {
    const { relay, chat, clock } = await talking('long outage');
    relay.state.refuse = 'unavailable';
    chat.send('hoort iemand mij');
    await clock.advance(3 * 60_000 + 50_000);
    relay.state.refuse = null;
    await clock.advance(60_000);
    expect(chat.getSnapshot()).toMatchObject({ line: 'connected', repairing: false });
  });
});

describe('what the server tells while it is asked anew on a line that stands', () => {
  it('is newer than its answer', async () => {
    const { relay, chat } = await talking('asked anew');
    relay.state.refuse = 'not_attached';
    chat.send('ben je er nog');
    relay.state.refuse = null;
    await settled();
    relay.tell('counsellor:presence', { present: false });
    await settled();
    await settled();
    expect(relay.requests.filter(({ event }) => event === 'mailbox:attach')).toHaveLength(1);
    expect(chat.getSnapshot().counsellorPresent).toBe(false);
  });
});
