import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PersonChat } from '../person/person-chat.ts';
import type { Desk } from './desk.ts';
import { type DeskHouse, openDeskHouse } from './test-house.ts';

let house: DeskHouse;
beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const soon = (look: () => void) => vi.waitFor(look, { timeout: 15_000, interval: 20 });
const entries = (desk: Desk) => desk.getSnapshot().current?.entries ?? [];
const said = (desk: Desk) => entries(desk).flatMap((e) => (e.kind === 'message' ? [e.text] : []));
const heard = (person: PersonChat) =>
  person.getSnapshot().entries.flatMap((e) => (e.kind === 'message' ? [e.text] : []));

async function talking() {
  const anna = await house.desk('anna');
  const person = await house.person('Demo Help NL');
  person.send('hello');
  await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
  const mailboxId = anna.desk.getSnapshot().waiting[0]?.mailboxId as never;
  await anna.desk.take(mailboxId);
  await soon(() => expect(said(anna.desk)).toEqual(['hello']));
  anna.desk.send('welcome');
  await soon(() => expect(heard(person)).toEqual(['hello', 'welcome']));
  return { anna, person, mailboxId };
}

/** The person's memory of what they said is another one: both sides no longer agree. */
function forget(person: PersonChat): void {
  const { held } = person.parts;
  const ownT = held.session.core.ownT.map((t) => t.map((byte) => byte ^ 1));
  held.session = { ...held.session, core: { ...held.session.core, ownT } };
}

describe('a desk takes the person’s new session', () => {
  it('on the real server: both go on talking, the archive too, and a reload shows each line once', async () => {
    const { anna, person, mailboxId } = await talking();
    forget(person);
    anna.desk.send('unheard');
    await soon(() => expect(entries(anna.desk).at(-1)).toMatchObject({ text: 'unheard' }));
    await soon(() =>
      expect(entries(anna.desk)).toContainEqual(expect.objectContaining({ notice: 'repaired' })),
    );
    await soon(() => expect(person.getSnapshot()).toMatchObject({ repairing: false }));
    await soon(() => expect(heard(person)).toEqual(['hello', 'welcome', 'unheard']));
    person.send('and on');
    await soon(() => expect(said(anna.desk)).toEqual(['hello', 'welcome', 'unheard', 'and on']));
    anna.desk.send('we go');
    await soon(() => expect(heard(person).at(-1)).toBe('we go'));
    expect(anna.desk.getSnapshot().current?.alarm).toBeNull();
    await anna.session.lock();

    const again = await house.desk('anna');
    await soon(() => expect(again.desk.getSnapshot().chats.length).toBeGreaterThan(0));
    again.desk.select(mailboxId);
    await soon(() =>
      expect(said(again.desk)).toEqual(['hello', 'welcome', 'unheard', 'and on', 'we go']),
    );
    again.desk.send('still');
    await soon(() => expect(heard(person).at(-1)).toBe('still'));
    again.desk.end();
    await soon(() => expect(again.desk.getSnapshot().current?.phase).toBe('ended'));
    await again.session.lock();
  });
});
