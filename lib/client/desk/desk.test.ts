import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { mailboxId as mailboxIdOf } from '#lib/protocol/ids.ts';
import { takeStep } from './take.ts';
import { NL, soon } from './test-asked.ts';
import { type DeskHouse, openDeskHouse } from './test-house.ts';
import { heard, said, takeTheOne, tick } from './test-talk.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

describe('a desk', () => {
  it('shows language, age and danger of who waits, danger first, and no text before Take', async () => {
    const anna = await house.desk('anna');
    const calm = await house.person(NL);
    await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
    calm.send('a canary in the queue');
    await house.person(NL, true);
    await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(2));
    const [first, second] = anna.desk.getSnapshot().waiting;
    expect(first?.person).toMatchObject({ language: 'fr', age: 'under-18', danger: true });
    expect(second).toMatchObject({ minutes: 0, presence: 'here', person: { danger: false } });
    expect(JSON.stringify(anna.desk.getSnapshot())).not.toContain('canary');
    expect(anna.calls()).toBe(2);
    await anna.desk.take(second?.mailboxId as never);
    await soon(() => expect(said(anna.desk)).toEqual(['person: a canary in the queue']));
    anna.desk.end();
    await anna.desk.take(first?.mailboxId as never);
    anna.desk.end();
    await soon(() => expect(anna.desk.getSnapshot().current?.phase).toBe('ended'));
    await anna.session.lock();
  });

  it('takes nobody with a certificate that is over, or not valid yet: the person would refuse it and wait', async () => {
    const { session } = await house.desk('anna');
    const mailboxId = mailboxIdOf.parse('0123456789abcdef0123456789abcdef');
    const mailbox = { mailboxId, arrival: 1, presence: 'here' as const, frames: [] };
    const minute = Math.floor(Date.now() / 60_000);
    const answer = (days: number) => takeStep(session, mailbox, minute + days * 1440, systemRandom);
    // An empty mailbox is as far as a valid one comes.
    expect(answer(0)).toEqual({ ok: false, code: 'unreadable' });
    for (const days of [40, -3])
      expect(answer(days)).toEqual({ ok: false, code: 'no_certificate' });
    await session.lock();
  });

  it('knows whether a text still waits to be sent, and forgets it once it is stored', async () => {
    const anna = await house.desk('anna');
    const person = await house.person(NL);
    person.send('hello');
    await takeTheOne(anna.desk);
    await soon(() => expect(said(anna.desk)).toEqual(['person: hello']));
    expect(anna.desk.hasUnsent()).toBe(false);
    anna.desk.send('on its way');
    expect(anna.desk.hasUnsent()).toBe(true);
    await soon(() => expect(heard(person)).toContain('on its way'));
    await soon(() => expect(anna.desk.hasUnsent()).toBe(false));
    anna.desk.end();
    await soon(() => expect(anna.desk.getSnapshot().current?.phase).toBe('ended'));
    await anna.session.lock();
  });

  it('talks: sent, delivered and read rest on the word of the person', async () => {
    const anna = await house.desk('anna');
    const person = await house.person(NL);
    person.send('hello');
    await takeTheOne(anna.desk);
    await soon(() => expect(said(anna.desk)).toEqual(['person: hello']));
    anna.desk.attend(true, true);
    anna.desk.send('welcome');
    await soon(() => expect(heard(person)).toContain('welcome'));
    await soon(() => expect(tick(anna.desk, 'welcome')).toMatchObject({ tick: 'delivered' }));
    person.setVisible(true);
    await soon(() => expect(tick(anna.desk, 'welcome')).toMatchObject({ tick: 'read' }));
    await soon(() => expect(person.getSnapshot().marks.read).toBeGreaterThan(1));
    person.end();
    await soon(() => expect(anna.desk.getSnapshot().current?.phase).toBe('ended'));
    expect(anna.desk.getSnapshot().current?.entries.at(-1)).toMatchObject({
      notice: 'ended_by_person',
    });
    await anna.session.lock();
  });

  it('is never given what a colleague took, in the same moment', async () => {
    const [anna, bram] = [await house.desk('anna'), await house.desk('bram')];
    await house.person(NL);
    for (const { desk } of [anna, bram]) {
      await soon(() => expect(desk.getSnapshot().waiting).toHaveLength(1));
    }
    const mailboxId = anna.desk.getSnapshot().waiting[0]?.mailboxId as never;
    await Promise.all([anna.desk.take(mailboxId), bram.desk.take(mailboxId)]);
    const holders = [anna, bram].filter(({ desk }) => desk.getSnapshot().current);
    const others = [anna, bram].filter(({ desk }) => !desk.getSnapshot().current);
    expect(holders).toHaveLength(1);
    expect(others[0]?.desk.getSnapshot()).toMatchObject({
      waiting: [],
      chats: [],
      news: { kind: 'colleague_first' },
    });
    holders[0]?.desk.end();
    await soon(() => expect(holders[0]?.desk.getSnapshot().current?.phase).toBe('ended'));
    await Promise.all([anna.session.lock(), bram.session.lock()]);
  });

  it('counts nothing as read in the chat that stood there while the next one is being taken', async () => {
    const anna = await house.desk('anna');
    const first = await house.person(NL);
    const before = await takeTheOne(anna.desk);
    anna.desk.attend(true, true);
    await house.person(NL);
    await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
    anna.line.loseAnswer('conversation:take');
    const taken = takeTheOne(anna.desk);
    await soon(() => expect(anna.desk.getSnapshot().taking).not.toBeNull());
    first.send('are you still there');
    await taken;
    const card = () => anna.desk.getSnapshot().chats.find(({ mailboxId }) => mailboxId === before);
    expect(card()?.unread).toBe(1);
    const mine = () => anna.desk.getSnapshot().chats.filter(({ place }) => place === 'mine');
    for (const { mailboxId } of mine()) {
      anna.desk.select(mailboxId);
      anna.desk.end();
    }
    await soon(() => expect(mine()).toEqual([]));
    await anna.session.lock();
  });

  it('goes on where the device of the member cannot call them', async () => {
    const anna = await house.desk('anna', undefined, () => {
      throw new TypeError('Illegal constructor');
    });
    const person = await house.person(NL);
    await takeTheOne(anna.desk);
    person.send('are you there');
    await soon(() => expect(said(anna.desk)).toEqual(['person: are you there']));
    anna.desk.send('I am');
    await soon(() => expect(heard(person)).toContain('I am'));
    anna.desk.end();
    await soon(() => expect(anna.desk.getSnapshot().current?.phase).toBe('ended'));
    await anna.session.lock();
  });

  it('hears nothing of another organisation', async () => {
    const [anna, claire] = [await house.desk('anna'), await house.desk('claire')];
    await house.person(NL);
    await takeTheOne(anna.desk);
    await house.person('Demo Help BE');
    await soon(() => expect(claire.desk.getSnapshot().waiting).toHaveLength(1));
    expect(anna.desk.getSnapshot().waiting).toEqual([]);
    expect(claire.desk.getSnapshot().chats).toEqual([]);
    expect(anna.calls()).toBe(1);
    await takeTheOne(claire.desk);
    for (const { desk, session } of [anna, claire]) {
      desk.end();
      await soon(() => expect(desk.getSnapshot().current?.phase).toBe('ended'));
      await session.lock();
    }
  });
});
