import { afterAll, beforeAll, expect, it } from 'vitest';
import { askedIn, card, form, NL, said, soon } from './test-asked.ts';
import { type DeskHouse, openDeskHouse, unit } from './test-house.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const asked = () => askedIn(house);

it('nobody who says that they are in danger is asked', async () => {
  const anna = await house.desk('anna');
  await house.person(NL, true);
  await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
  await anna.desk.take(anna.desk.getSnapshot().waiting[0]?.mailboxId as never);
  await soon(() => expect(anna.desk.getSnapshot().current?.person?.danger).toBe(true));
  anna.desk.setMargin(form);
  expect(anna.desk.propose()).toBe(false);
  await anna.session.lock();
});

it('flags and a half-filled form are there again, sealed for nobody else, and keep a signal back', async () => {
  const { anna, end } = await asked();
  const { mailboxId } = anna.desk.getSnapshot().current ?? {};
  anna.desk.setMargin({ doubt: true, signal: { country: 'BE' } });
  await soon(async () => {
    const row = await house.database.margin.findUnique({ where: { mailboxId: mailboxId ?? '' } });
    expect(row?.blob).toHaveLength(4168);
  });
  const again = await house.desk('anna');
  await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
  again.desk.select(mailboxId ?? null);
  await soon(() =>
    expect(again.desk.getSnapshot().current?.margin).toMatchObject({
      doubt: true,
      signal: { country: 'BE' },
    }),
  );
  await again.session.lock();
  await end();
});

it('"Danger" is heard by supervisors, with the name of who calls, and by no other counsellor', async () => {
  const { anna, end } = await asked();
  const [saskia, bram] = [await house.desk('saskia'), await house.desk('bram')];
  await soon(() =>
    expect(saskia.desk.getSnapshot().ready && bram.desk.getSnapshot().ready).toBe(true),
  );
  expect(await anna.desk.callSupervisor()).toBe(true);
  await soon(() =>
    expect(saskia.desk.getSnapshot().news).toEqual({ kind: 'called', name: 'Anna' }),
  );
  expect(saskia.calls()).toBe(1);
  expect(bram.desk.getSnapshot().news?.kind).not.toBe('called');
  expect(anna.desk.getSnapshot().current?.margin.danger).toBe(true);
  await saskia.session.lock();
  await bram.session.lock();
  await end();
});

it('somebody who may be a minor: proposed after another member looked at exactly this form', async () => {
  const anna = await house.desk('anna');
  const bram = await house.desk('bram');
  const person = await house.person(NL);
  await soon(() => expect(anna.desk.getSnapshot().waiting).toHaveLength(1));
  await anna.desk.take(anna.desk.getSnapshot().waiting[0]?.mailboxId as never);
  const signal = { ...said, age_band: '16-17' } as const;
  anna.desk.setMargin({ ...form, signal });
  expect(anna.desk.propose()).toBe(false);
  const ids: string[] = [];
  const stop = bram.session.portal.on('look:asked', ({ lookId }) => ids.push(lookId));
  const look = () => anna.desk.getSnapshot().current?.margin.look;
  const confirm = async (by: typeof anna) => {
    await soon(() => expect(ids.at(-1)).toBe(look()?.id));
    return by.session.portal.request('look:confirm', { lookId: look()?.id as never });
  };
  expect(await anna.desk.askLook()).toBe(true);
  expect(await confirm(anna)).toEqual({ ok: false, code: 'same_person' });
  expect(anna.desk.propose()).toBe(false);
  await confirm(bram);
  await soon(() => expect(look()?.by).toEqual({ name: 'Bram', isSupervisor: false }));
  // What nobody else saw is not proposed.
  anna.desk.setMargin({ signal: { ...signal, gender: 'Feminine' } });
  expect(anna.desk.propose()).toBe(false);
  anna.desk.setMargin({ signal });
  expect(anna.desk.propose()).toBe(true);
  await soon(() => expect(card(person)?.state).toBe('asked'));
  stop();
  anna.desk.end();
  await soon(() => expect(anna.desk.getSnapshot().current?.phase).toBe('ended'));
  for (const one of [anna, bram]) await one.session.lock();
});

it('a margin that the server damaged keeps every signal back, and the desk says so', async () => {
  const { anna, end } = await askedIn(house);
  const { mailboxId } = anna.desk.getSnapshot().current ?? {};
  const where = { mailboxId: mailboxId ?? '' };
  anna.desk.setMargin({ danger: true });
  await soon(async () => expect(await house.database.margin.count({ where })).toBe(1));
  const kept = await house.database.margin.findUniqueOrThrow({ where });
  const blob = kept.blob.map((byte, at) => (at === 200 ? byte ^ 1 : byte));
  await house.database.margin.update({ where, data: { blob } });
  const again = await house.desk('anna');
  await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
  again.desk.select(mailboxId ?? null);
  await soon(() =>
    expect(again.desk.getSnapshot().current?.margin).toMatchObject({
      danger: false,
      unreadable: true,
    }),
  );
  again.desk.setMargin({ ...form, scope: 'case', unitKey: unit.key });
  expect(again.desk.propose()).toBe(false);
  await again.session.lock();
  await end();
});
