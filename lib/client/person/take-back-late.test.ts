import { expect, it } from 'vitest';
import { createConsentLine } from './consent-line.ts';
import { takeBack } from './decide-consent.ts';
import { settled, testRelay } from './test-relay.ts';
import { talking } from './test-talk.ts';

/** Somebody who agreed to share what stands on a card. `second`: the connection of what is asked after the end. */
async function agreed(name: string) {
  const all = await talking(name);
  const second = testRelay();
  const { parts } = all.chat;
  parts.means.openPortal = () => second.portal;
  const { entries, ...view } = parts.store.getSnapshot();
  parts.store.set({
    ...view,
    cards: [{ id: 'c1', body: new Uint8Array([123, 125]), state: 'yes' }],
    entries: [...entries, { kind: 'card', id: 'c1' }],
  });
  const line = createConsentLine(parts);
  const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);
  line.keep('c1', { seed: bytes(32, 1), consentRef: bytes(16, 2), body: bytes(40, 3) });
  const asked = (event = 'consent:withdraw') =>
    second.requests.filter((request) => request.event === event).length;
  const card = () => all.chat.getSnapshot().cards[0]?.state;
  const pressed = async () => {
    void takeBack(line, 'c1');
    await settled();
  };
  const counsellorEnds = async () => {
    all.relay.view.state = 'closed';
    await all.relay.connect(true);
    expect(all.chat.getSnapshot().phase.kind).toBe('ended');
  };
  /** The server says whether it had left, on one more connection. */
  const isTakenBack = async () => {
    await second.connect(true);
    await all.clock.advance(1000);
    expect(asked()).toBe(1);
    expect(card()).toBe('unsure');
    expect(second.state.connected).toBe(false);
    const rest = second.requests.length;
    await all.clock.advance(60_000);
    expect(second.requests).toHaveLength(rest);
  };
  return { ...all, second, line, asked, card, pressed, counsellorEnds, isTakenBack };
}

it('"Take back" without a line, and the chat is over by then: it is taken back all the same', async () => {
  const { relay, second, asked, card, pressed, counsellorEnds, isTakenBack } =
    await agreed('cut off');
  await relay.connect(false);
  await pressed();
  await counsellorEnds();
  expect([asked(), card()]).toEqual([0, 'taking_back']);
  await second.connect(true);
  await isTakenBack();
});

it('after "End now", whose word the server hears only then', async () => {
  const { relay, chat, second, pressed, isTakenBack } = await agreed('own end');
  await relay.connect(false);
  void chat.end();
  await pressed();
  await relay.connect(true);
  await settled();
  expect(relay.requests.at(-1)?.event).toBe('chat:end');
  expect(chat.parts.held.over).toBe(true);
  await second.connect(true);
  await isTakenBack();
});

for (const code of ['unavailable', 'too_many'])
  it(`after the end, while the server says ${code}: asked again on the same connection`, async () => {
    const { clock, second, asked, card, pressed, counsellorEnds, isTakenBack } = await agreed(code);
    await counsellorEnds();
    second.state.refuse = code;
    await pressed();
    await second.connect(true);
    await clock.advance(10_000);
    expect(asked()).toBe(0);
    expect(asked('mailbox:attach')).toBeGreaterThan(5);
    expect(card()).toBe('taking_back');
    second.state.refuse = null;
    await clock.advance(1000);
    expect(asked()).toBe(1);
    await isTakenBack();
  });

for (const how of ['leaves', 'deletes everything'] as const)
  it(`whoever ${how} meanwhile leaves no connection of it behind`, async () => {
    const { chat, clock, second, pressed, counsellorEnds } = await agreed(how);
    await counsellorEnds();
    second.state.refuse = 'unavailable';
    await pressed();
    await second.connect(true);
    await clock.advance(3000);
    expect(second.state.connected).toBe(true);
    if (how === 'leaves') chat.forget();
    else chat.deletion.wipe();
    expect(second.state.connected).toBe(false);
    const rest = second.requests.length;
    second.state.connected = true;
    await clock.advance(60_000);
    expect(second.requests).toHaveLength(rest);
  });

it('and whoever leaves while it waits for a line opens none', async () => {
  const { relay, clock, chat, second, pressed } = await agreed('left offline');
  await relay.connect(false);
  await pressed();
  chat.closeSocket();
  chat.forget();
  await relay.connect(true);
  await second.connect(true);
  await clock.advance(60_000);
  expect(second.requests).toEqual([]);
});

it('a yes that was not registered when the chat ended is not given, and is told so', async () => {
  const { relay, line, counsellorEnds } = await agreed('too late');
  await relay.connect(false);
  const bytes = new Uint8Array(32);
  const registered = line.register({ refHash: bytes, bodyHash: bytes });
  await counsellorEnds();
  expect(await registered).toBe(false);
});
