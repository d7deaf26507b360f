import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { TeamAnswers } from '#lib/protocol/team-events.ts';
import type { Desk } from './desk.ts';
import { type DeskHouse, openDeskHouse, type TestDesk } from './test-house.ts';

type Read = Extract<TeamAnswers['conversation:read'], { ok: true }>;

let house: DeskHouse;
beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const soon = (look: () => void) => vi.waitFor(look, { timeout: 15_000, interval: 20 });
const current = (desk: Desk) => desk.getSnapshot().current;
const texts = (desk: Desk) =>
  (current(desk)?.entries ?? []).flatMap((e) => (e.kind === 'message' ? [e.text] : []));
const cardOf = (desk: Desk, mailboxId: MailboxId) =>
  desk.getSnapshot().chats.find((card) => card.mailboxId === mailboxId);
const read = async ({ session }: TestDesk) =>
  (await session.portal.request('conversation:read', {})) as Read;

/** A chat that goes on; `older` is what the server kept of it before its last word. */
async function talking() {
  const anna = await house.desk('anna');
  const person = await house.person('Demo Help NL');
  await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
  const mailboxId = anna.desk.getSnapshot().waiting[0]?.mailboxId as MailboxId;
  await anna.desk.take(mailboxId);
  anna.desk.send('welcome');
  await soon(() => expect(texts(anna.desk)).toEqual(['welcome']));
  const ticks = () => (current(anna.desk)?.entries ?? []).map((e) => 'tick' in e && e.tick);
  await soon(() => expect(ticks()).toContain('delivered'));
  const older = await read(anna);
  anna.desk.send('newest');
  await soon(() => expect(person.getSnapshot().entries.at(-1)).toMatchObject({ text: 'newest' }));
  return { anna, person, mailboxId, older };
}

const dishonest = {
  rollback: (older: Read) => older,
  locked: ({ conversations }: Read): Read => ({
    ok: true,
    conversations: conversations.map((view) => ({
      ...view,
      wrap: { ...view.wrap, blob: view.wrap.blob.map((byte) => byte ^ 1) },
    })),
  }),
};

const stored = async (mailboxId: string) => ({
  checkpoint: await house.database.checkpoint.findUnique({ where: { mailboxId } }),
  frames: await house.database.frame.count({ where: { mailboxId, direction: 1 } }),
});

describe.each(['rollback', 'locked'] as const)('a chat that stands as %s', (alarm) => {
  it('is ended without a word: the person is told, nothing is sent or overwritten, and they begin anew', async () => {
    const { anna, person, mailboxId, older } = await talking();
    await anna.session.lock();
    const fooled = await house.desk('anna', (line) =>
      line.answerWith('conversation:read', dishonest[alarm](older)),
    );
    await soon(() => expect(fooled.desk.getSnapshot().ready).toBe(true));
    fooled.desk.select(mailboxId);
    expect(current(fooled.desk)).toMatchObject({ alarm, phase: 'open', place: 'mine' });
    // The person's own word that it came takes the frame away, when it likes.
    await vi.waitFor(async () => expect((await stored(mailboxId)).frames).toBe(0), 15_000);
    const before = await stored(mailboxId);

    // The line is lost while it ends: asked again, done once.
    fooled.line.loseAnswer('conversation:close');
    fooled.desk.end();
    fooled.desk.end();
    expect(current(fooled.desk)?.phase).toBe('ending');
    await soon(() => expect(current(fooled.desk)?.phase).toBe('ended'));
    expect(current(fooled.desk)).toMatchObject({
      alarm,
      place: 'ended',
      entries: [{ kind: 'notice', notice: 'ended_by_us' }],
    });
    expect(cardOf(fooled.desk, mailboxId)?.place).toBe('ended');
    expect(fooled.desk.getSnapshot().news).toMatchObject({ kind: 'ended' });
    expect(fooled.line.asked.filter((event) => event === 'conversation:close')).toHaveLength(2);
    const wrote = ['conversation:send', 'conversation:confirm', 'conversation:end'];
    expect(fooled.line.asked.filter((event) => wrote.includes(event))).toEqual([]);
    expect(await stored(mailboxId)).toEqual(before);

    await soon(() => expect(person.getSnapshot().phase).toEqual({ kind: 'ended', by: 'unknown' }));
    const again = await house.person('Demo Help NL');
    await soon(() => expect(fooled.desk.getSnapshot().waiting).toHaveLength(1));
    await again.end();
    await fooled.session.lock();
  });

  it('is over when the person ends it, and shows where they are', async () => {
    const { anna, person, mailboxId, older } = await talking();
    await anna.session.lock();
    const fooled = await house.desk('anna', (line) =>
      line.answerWith('conversation:read', dishonest[alarm](older)),
    );
    await soon(() => expect(fooled.desk.getSnapshot().ready).toBe(true));
    fooled.desk.select(mailboxId);
    fooled.line.tell('person:presence', { mailboxId, presence: 'away' });
    expect(current(fooled.desk)).toMatchObject({ alarm, presence: 'away' });
    await person.end();
    await soon(() => expect(current(fooled.desk)?.phase).toBe('ended'));
    fooled.desk.end();
    expect(fooled.line.asked).not.toContain('conversation:close');
    await fooled.session.lock();
  });
});

describe('a chat that goes on while the server gives back an older state', () => {
  it('keeps what was said on the screen, sends nothing more, and can be ended', async () => {
    const { anna, person, older } = await talking();
    anna.line.answerWith('conversation:send', { ok: false, code: 'stale' });
    anna.line.answerWith('conversation:read', older);
    anna.desk.send('does not leave');
    await soon(() => expect(current(anna.desk)?.alarm).toBe('rollback'));
    expect(texts(anna.desk)).toEqual(['welcome', 'newest', 'does not leave']);
    anna.desk.end();
    await soon(() => expect(current(anna.desk)?.phase).toBe('ended'));
    expect(current(anna.desk)?.entries.at(-1)).toMatchObject({ notice: 'ended_by_us' });
    await soon(() => expect(person.getSnapshot().phase.kind).toBe('ended'));
    const heard = person.getSnapshot().entries.flatMap((e) => ('text' in e ? [e.text] : []));
    expect(heard).toEqual(['welcome', 'newest']);
    await anna.session.lock();
  });
});
