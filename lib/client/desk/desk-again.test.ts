import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from './desk.ts';
import { NL, soon } from './test-asked.ts';
import { type DeskHouse, openDeskHouse } from './test-house.ts';
import { heard, said, takeTheOne, tick } from './test-talk.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

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
