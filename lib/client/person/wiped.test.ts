import { expect, it } from 'vitest';
import { settled } from './test-relay.ts';
import { talking } from './test-talk.ts';

/** Every byte string inside a value, whatever holds it. */
const bytesIn = (value: unknown): Uint8Array[] => {
  if (value instanceof Uint8Array) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(bytesIn) : [];
};
const isWiped = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

/** A chat in which something was said and not acknowledged, and something agreed to. */
async function withKeys(name: string) {
  const all = await talking(name);
  const { chat } = all;
  const { held } = chat.parts;
  const filled = (length: number) => new Uint8Array(length).fill(7);
  held.consents.set('c1', { seed: filled(32), consentRef: filled(16), body: filled(206) });
  chat.send('nobody may read this');
  await settled();
  await settled();
  const chatKeys = bytesIn([held.session.resume, held.session.core.rootKey, held.unconfirmed]);
  const consentKeys = bytesIn([...held.consents.values()]);
  expect([...chatKeys, ...consentKeys].filter(isWiped)).toEqual([]);
  return { ...all, held, chatKeys, consentKeys };
}

for (const [how, go] of [
  ['leaves', 'forget'],
  ['deletes everything', 'erase'],
] as const)
  it(`whoever ${how} leaves no key of the chat, nor of what they agreed to`, async () => {
    const { chat, clock, held, chatKeys, consentKeys } = await withKeys(how);
    chat[go]();
    await clock.advance(5000);
    const left = [...chatKeys, ...consentKeys, ...bytesIn(held.session)];
    expect(left.filter((bytes) => !isWiped(bytes))).toEqual([]);
    expect([held.unconfirmed, held.consents.size]).toEqual([[], 0]);
  });

it('a chat that is over keeps the keys of what was agreed to, and none of its own', async () => {
  const { chat, held, chatKeys, consentKeys } = await withKeys('over');
  await chat.end();
  const left = [...chatKeys, ...bytesIn(held.session)];
  expect(left.filter((bytes) => !isWiped(bytes))).toEqual([]);
  expect(held.unconfirmed).toEqual([]);
  expect(consentKeys.filter(isWiped)).toEqual([]);
});

/** Everything is being deleted, and the server still has to hear it. */
async function deleting(name: string) {
  const all = await withKeys(name);
  all.chat.erase();
  await all.clock.advance(5000);
  const [reference] = all.chat.deletion.leaver().erase?.consents ?? [];
  if (!reference) throw new Error('a reference to take back by');
  const asked = () => all.relay.requests.map(({ event }) => event);
  return { ...all, reference, asked };
}

it('deleting takes back first, then nothing of it is left here, and no connection', async () => {
  const { chat, relay, clock, reference, asked } = await deleting('taken back');
  await relay.connect(true);
  await clock.advance(1000);
  expect(asked().slice(-3)).toEqual(['mailbox:attach', 'consent:withdraw', 'chat:delete']);
  expect(relay.requests.at(-2)?.payload.consentRef).toEqual(new Uint8Array(16).fill(7));
  expect(isWiped(reference)).toBe(true);
  expect(chat.deletion.leaver().erase?.consents).toEqual([]);
  expect(relay.state.connected).toBe(false);
});

for (const refused of ['mailbox:attach', 'consent:withdraw'])
  it(`deletes nothing there while the server cannot take back: ${refused}`, async () => {
    const { relay, clock, asked } = await deleting(refused);
    const { portal } = relay;
    const { request } = portal;
    portal.request = (event, payload) =>
      event === refused
        ? Promise.resolve({ ok: false, code: 'unavailable' } as never)
        : request(event, payload);
    await relay.connect(true);
    await clock.advance(10_000);
    expect(asked()).not.toContain('chat:delete');
    portal.request = request;
    await clock.advance(1000);
    expect(asked().slice(-2)).toEqual(['consent:withdraw', 'chat:delete']);
  });

it('whoever leaves while it is being deleted leaves no reference and no connection', async () => {
  const { chat, relay, reference } = await deleting('left');
  relay.state.connected = true;
  chat.forget();
  expect(isWiped(reference)).toBe(true);
  expect(relay.state.connected).toBe(false);
});
