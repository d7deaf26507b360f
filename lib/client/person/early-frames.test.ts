import { expect, it } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { said, seeded } from '#lib/crypto/tests/world.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import { frameId } from '#lib/protocol/ids.ts';
import { settled, type TestRelay } from './test-relay.ts';
import { talking, waiting } from './test-talk.ts';

const confirmed = (relay: TestRelay) =>
  relay.requests.flatMap(({ event, payload }) =>
    event === 'frame:confirm' ? (payload.frameIds as string[]) : [],
  );

/** Frames to the person go nowhere: the test tells them, in the order it likes. */
function holdBack(relay: TestRelay): Frame[] {
  const held: Frame[] = [];
  const random = seeded('held back');
  relay.deliver = (blob) => {
    const frame = { frameId: frameId.parse(toHex(random(16))), blob: Uint8Array.from(blob) };
    held.push(frame);
    return frame;
  };
  return held;
}

it('a CLAIM that was stored and not told: the message behind it asks for it, and both are read', async () => {
  const { chat, relay, desk, texts } = await waiting('claim not told');
  relay.state.connected = false;
  desk.take(said('Hoi.'));
  relay.state.connected = true;
  const { frameId: behind } = desk.say(said('Ben je veilig?'));
  expect(confirmed(relay)).toEqual([]);
  await settled();
  await settled();
  expect(texts()).toEqual(['Hoi.', 'Ben je veilig?']);
  expect(chat.getSnapshot().phase.kind).toBe('open');
  expect(confirmed(relay)).toContain(behind);
  await relay.connect(false);
  await relay.connect(true);
  expect(texts()).toEqual(['Hoi.', 'Ben je veilig?']);
});

it('what came before the CLAIM is neither confirmed nor forgotten, and read behind it, once, in order', async () => {
  const { chat, relay, desk, texts } = await waiting('claim late');
  const frames = holdBack(relay);
  desk.take(said('Hoi.'));
  for (const text of ['een', 'twee']) desk.say(said(text));
  const [claim, one, two] = frames;
  if (!claim || !one || !two) throw new Error('three frames');
  for (const frame of [one, two, one]) relay.tell('frame:arrived', frame);
  await settled();
  // A connection of their own in between changes nothing.
  await relay.connect(false);
  await relay.connect(true);
  expect(texts()).toEqual([]);
  expect(confirmed(relay)).toEqual([]);
  for (const frame of [claim, two, one]) relay.tell('frame:arrived', frame);
  await settled();
  expect(texts()).toEqual(['Hoi.', 'een', 'twee']);
  expect(new Set(confirmed(relay))).toEqual(new Set([claim, one, two].map((f) => f.frameId)));
  expect(chat.getSnapshot().entries.filter((entry) => entry.kind === 'notice')).toHaveLength(1);
});

it('the same while a repair waits for its CLAIM', async () => {
  const { chat, relay, desk, clock, texts } = await talking('repair late');
  relay.deliver(new Uint8Array(700).fill(9));
  await clock.advance(1);
  expect(chat.getSnapshot().repairing).toBe(true);
  const frames = holdBack(relay);
  desk.resume(said('Daar ben ik weer.'));
  desk.say(said('Hoor je mij?'));
  const [claim, behind] = frames;
  if (!claim || !behind) throw new Error('two frames');
  relay.tell('frame:arrived', behind);
  await settled();
  expect(confirmed(relay)).not.toContain(behind.frameId);
  relay.tell('frame:arrived', claim);
  await settled();
  expect(texts()).toEqual(['Hoi.', 'Daar ben ik weer.', 'Hoor je mij?']);
  const notices = chat
    .getSnapshot()
    .entries.flatMap((e) => (e.kind === 'notice' ? [e.notice] : []));
  expect(notices).toEqual(['joined', 'unreadable', 'repaired']);
});

it('a relay that sends rubbish to somebody who waits is asked once, and nothing is shown of it', async () => {
  const { chat, relay, clock } = await waiting('rubbish');
  for (let n = 0; n < 20; n += 1) relay.deliver(new Uint8Array(700).fill(n));
  await clock.advance(60_000);
  const asked = relay.requests.filter(({ event }) => event === 'mailbox:attach');
  expect(asked).toHaveLength(1);
  expect(chat.getSnapshot()).toMatchObject({ phase: { kind: 'waiting' }, entries: [] });
});
