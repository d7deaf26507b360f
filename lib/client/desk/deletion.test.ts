import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { PersonChat } from '../person/person-chat.ts';
import type { ChatState } from './chat-state.ts';
import { createConversation } from './conversation.ts';
import type { Desk } from './desk.ts';
import type { DeskContext } from './desk-context.ts';
import { emptyMargin } from './margin.ts';
import { type DeskHouse, openDeskHouse, type TestDesk } from './test-house.ts';
import { addOwn, emptyThread } from './thread.ts';

const NL = 'Demo Help NL';
const canary = 'canary of the person';
const answer = 'canary of the desk';
let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

/** Waits for something to come true. */
const soon = (look: () => void) => vi.waitFor(look, { timeout: 15_000, interval: 20 });
const shown = (desk: Desk) => JSON.stringify(desk.getSnapshot());

/** Somebody and their counsellor, with a word of each on both screens. */
async function talking(name = 'anna') {
  const anna = await house.desk(name);
  const person = await house.person(NL);
  person.send(canary);
  await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
  const mailboxId = anna.desk.getSnapshot().waiting[0]?.mailboxId;
  if (!mailboxId) throw new Error('nobody waits');
  await anna.desk.take(mailboxId);
  anna.desk.send(answer);
  await soon(() => expect(shown(anna.desk)).toContain(canary));
  await soon(() => expect(JSON.stringify(person.getSnapshot())).toContain(answer));
  return { anna, person, mailboxId };
}

async function deleteAll(person: PersonChat): Promise<void> {
  person.erase();
  await soon(() => expect(person.getSnapshot().erasure).toEqual({ kind: 'deleted' }));
}

/** Whether the vault of this desk's member knows the conversation. */
const remembers = ({ session }: TestDesk, mailboxId: string) =>
  session.vault().conversations.some((mark) => toHex(mark.mailboxId) === mailboxId);
const listed = ({ desk }: TestDesk, mailboxId: string) =>
  desk.getSnapshot().chats.find((card) => card.mailboxId === mailboxId);

describe('a person deletes everything', () => {
  it('nothing of it stays on the desk but one sentence, and the vault forgets it', async () => {
    const { anna, person, mailboxId } = await talking();
    await deleteAll(person);
    await soon(() => {
      expect(anna.desk.getSnapshot().current).toMatchObject({
        ...{ mailboxId, gone: true, phase: 'ended', alarm: null, person: null },
        entries: [{ kind: 'notice', notice: 'deleted_by_person' }],
      });
    });
    expect(shown(anna.desk)).not.toContain('canary');
    expect(anna.desk.send('are you there')).toBe(false);
    const number = anna.desk.getSnapshot().current?.number;
    expect(anna.desk.getSnapshot().news).toEqual({ kind: 'deleted', number });
    await anna.desk.stop();
    expect(remembers(anna, mailboxId)).toBe(false);
    await anna.session.lock();
  });

  it('every key of it is overwritten, and the words are let go', () => {
    const secret = () => new Uint8Array(32).fill(7);
    const [csk, ask, ratchet, seed] = [secret(), secret(), secret(), secret()];
    // Only what the conversation touches; the cryptography has its own tests.
    const state = {
      ...{ phase: 'ended', alarm: null, inbox: [], proposals: [], margin: emptyMargin },
      outbox: [{ id: 'o', text: canary, minute: 0 }],
      thread: addOwn(emptyThread, 'a', answer, 0),
      keys: { mailboxId: 'ab'.repeat(16), csk, ask },
      held: { session: { core: { chain: ratchet }, rsm: { seed } } },
    } as unknown as ChatState;
    const context = { now: () => 0, later: () => () => {} } as unknown as DeskContext;
    const conversation = createConversation(context, state);
    expect(conversation.erase(null)).toBe('not_stored');
    for (const key of [csk, ask, ratchet, seed]) expect(key).toEqual(new Uint8Array(32));
    expect(JSON.stringify(conversation.getSnapshot())).not.toContain('canary');
  });

  it('a desk that did not hear of it drops it as soon as it can ask again', async () => {
    const { anna, person, mailboxId } = await talking();
    anna.line.deaf(true);
    await deleteAll(person);
    expect(shown(anna.desk)).toContain(canary);
    anna.line.deaf(false);
    anna.desk.send('are you still there');
    await soon(() => {
      expect(anna.desk.getSnapshot().current).toMatchObject({
        ...{ mailboxId, gone: true, alarm: null },
        entries: [{ kind: 'notice', notice: 'not_stored' }],
      });
    });
    expect(shown(anna.desk)).not.toContain('canary');
    await anna.session.lock();
  });

  it('at the next sign-in it is simply not there, and what the vault remembers alarms nobody', async () => {
    const { anna, person, mailboxId } = await talking();
    await anna.desk.stop();
    expect(remembers(anna, mailboxId)).toBe(true);
    await anna.session.lock();
    await deleteAll(person);
    const again = await house.desk('anna');
    await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
    expect(listed(again, mailboxId)).toBeUndefined();
    expect(remembers(again, mailboxId)).toBe(true);
    expect(again.desk.getSnapshot()).toMatchObject({ current: null, news: null });
    await again.session.lock();
  });

  it('an earlier conversation that nobody opened goes too, on the person’s own word', async () => {
    const { anna, person, mailboxId } = await talking();
    person.end();
    await soon(() => expect(anna.desk.getSnapshot().current?.phase).toBe('ended'));
    await anna.session.lock();
    const again = await house.desk('anna');
    await soon(() =>
      expect(listed(again, mailboxId)).toMatchObject({ place: 'earlier', gone: false }),
    );
    await deleteAll(person);
    again.desk.select(mailboxId);
    await soon(() => {
      expect(again.desk.getSnapshot().current?.entries).toMatchObject([
        { notice: 'deleted_by_person' },
      ]);
    });
    await again.session.lock();
  });

  it('somebody who waits leaves the queue without a trace', async () => {
    const anna = await house.desk('anna');
    const person = await house.person(NL);
    await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
    const mailboxId = anna.desk.getSnapshot().waiting[0]?.mailboxId ?? '';
    await deleteAll(person);
    await soon(() => expect(anna.desk.getSnapshot().waiting).toEqual([]));
    expect(shown(anna.desk)).not.toContain(mailboxId);
    await anna.session.lock();
  });

  it('a server that says so without the person’s word empties the desk, and the vault remembers', async () => {
    const { anna, mailboxId } = await talking();
    anna.line.tell('conversation:deleted', { mailboxId, last: null });
    expect(anna.desk.getSnapshot().current?.entries).toMatchObject([{ notice: 'not_stored' }]);
    await anna.desk.stop();
    expect(remembers(anna, mailboxId)).toBe(true);
    await anna.session.lock();
  });
});
