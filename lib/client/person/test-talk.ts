import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { said } from '#lib/crypto/tests/world.ts';
import { openPersonChat } from './conversation.ts';
import type { ChatPrefs } from './person-chat.ts';
import { settled, target, testDesk, testMeans, testRelay } from './test-relay.ts';
import { tickOf } from './view.ts';

/** Somebody in Belgium who reads Dutch. */
export const prefs: ChatPrefs = { language: 'nl', country: 'BE', age: 'not-said', danger: false };

/** Somebody who waits on a relay of their own, by this name. */
export async function waiting(name: string) {
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

/** The same, once a counsellor took the chat and greeted them. */
export async function talking(name: string) {
  const all = await waiting(name);
  all.desk.take(said('Hoi.'));
  await settled();
  return all;
}
