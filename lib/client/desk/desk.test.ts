import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { mailboxId as mailboxIdOf } from '#lib/protocol/ids.ts';
import type { PersonChat } from '../person/person-chat.ts';
import type { Desk } from './desk.ts';
import { takeStep } from './take.ts';
import { type DeskHouse, openDeskHouse } from './test-house.ts';

const NL = 'Demo Help NL';
let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

/** Waits for something to come true. */
const soon = (look: () => void) => vi.waitFor(look, { timeout: 15_000, interval: 20 });

const said = (desk: Desk) =>
  (desk.getSnapshot().current?.entries ?? []).flatMap((entry) =>
    entry.kind === 'message' ? [`${entry.from}: ${entry.text}`] : [],
  );
const heard = (person: PersonChat) =>
  person.getSnapshot().entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : []));
const tick = (desk: Desk, text: string) =>
  desk
    .getSnapshot()
    .current?.entries.find((entry) => entry.kind === 'message' && entry.text === text);

/** Waits until exactly one person waits, and takes them. */
async function takeTheOne(desk: Desk) {
  await soon(() => expect(desk.getSnapshot().waiting).toHaveLength(1));
  const mailboxId = desk.getSnapshot().waiting[0]?.mailboxId;
  if (!mailboxId) throw new Error('nobody waits');
  await desk.take(mailboxId);
  return mailboxId;
}

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

describe('a broken line', () => {
  it('after Take was stored leaves the chat with who took it', async () => {
    const anna = await house.desk('anna');
    const person = await house.person(NL);
    anna.line.loseAnswer('conversation:take');
    await takeTheOne(anna.desk);
    anna.desk.send('still here');
    await soon(() => expect(heard(person)).toEqual(['still here']));
    anna.desk.end();
    await soon(() => expect(person.getSnapshot().phase).toMatchObject({ kind: 'ended' }));
    await anna.session.lock();
  });

  it('after a message was stored neither loses nor doubles it', async () => {
    const anna = await house.desk('anna');
    const person = await house.person(NL);
    await takeTheOne(anna.desk);
    anna.line.loseAnswer('conversation:send');
    anna.line.loseAnswer('conversation:confirm');
    anna.desk.send('one');
    anna.desk.send('two');
    person.send('from me');
    await soon(() => expect(heard(person).sort()).toEqual(['from me', 'one', 'two']));
    await soon(() =>
      expect(said(anna.desk).sort()).toEqual(['person: from me', 'us: one', 'us: two']),
    );
    expect(anna.line.asked.filter((event) => event === 'conversation:take')).toHaveLength(1);
    anna.line.loseAnswer('conversation:end');
    anna.desk.end();
    await soon(() => expect(anna.desk.getSnapshot().current?.phase).toBe('ended'));
    expect(anna.desk.getSnapshot().current?.entries.at(-1)).toMatchObject({
      notice: 'ended_by_us',
    });
    await anna.session.lock();
  });
});

describe('another browser of the same member', () => {
  it('after a reload goes on with state, words and what arrived meanwhile', async () => {
    const anna = await house.desk('anna');
    const person = await house.person(NL);
    person.send('before');
    const mailboxId = await takeTheOne(anna.desk);
    anna.desk.send('answer');
    await soon(() => expect(heard(person)).toContain('answer'));
    await anna.session.lock();
    person.send('while nobody was there');

    const again = await house.desk('anna');
    await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
    again.desk.select(mailboxId);
    const all = ['person: before', 'us: answer', 'person: while nobody was there'];
    await soon(() => expect(said(again.desk)).toEqual(all));
    again.desk.send('back');
    await soon(() => expect(heard(person)).toContain('back'));
    again.desk.end();
    await soon(() => expect(again.desk.getSnapshot().current?.phase).toBe('ended'));
    await again.session.lock();

    // An earlier chat stays whole through a lost line, although its archive is not sent a second time.
    const later = await house.desk('anna');
    const reads = () => later.line.asked.filter((event) => event === 'conversation:read').length;
    await soon(() => expect(later.desk.getSnapshot().ready).toBe(true));
    const before = reads();
    later.line.deaf(true);
    later.line.deaf(false);
    await soon(() => expect(reads()).toBe(before + 1));
    await later.session.portal.request('queue:read', {});
    later.desk.select(mailboxId);
    expect(said(later.desk)).toEqual([...all, 'us: back']);
    await later.session.lock();
  });

  it('at the same time: a stale step is done again from the stored state', async () => {
    const [one, two] = [await house.desk('anna'), await house.desk('anna')];
    const person = await house.person(NL);
    const mailboxId = await takeTheOne(one.desk);
    person.send('to both');
    await soon(() => expect(said(one.desk)).toEqual(['person: to both']));
    const holds = (desk: Desk) =>
      desk
        .getSnapshot()
        .chats.some((chat) => chat.mailboxId === mailboxId && chat.place === 'mine');
    await soon(() => expect(holds(two.desk)).toBe(true));
    two.desk.select(mailboxId);
    one.desk.send('from one');
    two.desk.send('from two');
    await soon(() => expect(heard(person).sort()).toEqual(['from one', 'from two', 'to both']));
    one.desk.send('one more');
    await soon(() => expect(heard(person)).toContain('one more'));
    expect(said(one.desk).sort()).toEqual([
      'person: to both',
      'us: from one',
      'us: from two',
      'us: one more',
    ]);
    one.desk.end();
    await soon(() => expect(one.desk.getSnapshot().current?.phase).toBe('ended'));
    await Promise.all([one.session.lock(), two.session.lock()]);
  });

  it('raises an alarm when the server gives back an older state', async () => {
    const anna = await house.desk('anna');
    await house.person(NL);
    const mailboxId = await takeTheOne(anna.desk);
    anna.desk.send('newer');
    await soon(() => expect(tick(anna.desk, 'newer')).toMatchObject({ tick: 'delivered' }));
    const older = await anna.session.portal.request('conversation:read', {});
    anna.desk.send('newest');
    await soon(() => expect(tick(anna.desk, 'newest')).not.toMatchObject({ tick: 'waiting' }));
    await anna.session.lock();

    const fooled = await house.desk('anna', (line) => line.answerWith('conversation:read', older));
    await soon(() => expect(fooled.desk.getSnapshot().ready).toBe(true));
    fooled.desk.select(mailboxId);
    expect(fooled.desk.getSnapshot().current).toMatchObject({ alarm: 'rollback', entries: [] });
    expect(fooled.desk.send('nothing leaves')).toBe(false);
    await fooled.session.lock();

    const again = await house.desk('anna');
    await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
    again.desk.select(mailboxId);
    expect(again.desk.getSnapshot().current).toMatchObject({ alarm: null });
    again.desk.end();
    await soon(() => expect(again.desk.getSnapshot().current?.phase).toBe('ended'));
    await again.session.lock();
  });
});
