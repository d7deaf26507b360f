import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRelease } from '#lib/crypto/consent/consent-release.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { type ConsentLine, createConsentLine } from '../person/consent-line.ts';
import { sayNo, sayYes, takeBack } from '../person/decide-consent.ts';
import { askedIn, card, first, form, NL, proposal, said, shown, soon } from './test-asked.ts';
import { type DeskHouse, openDeskHouse, unit } from './test-house.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const asked = () => askedIn(house);
const sealed = () => house.database.sealedSignal.findMany();

it('a yes is registered, told, sealed to the supervisors alone, and taken back', async () => {
  const { anna, person, id, end } = await asked();
  const { country, ...rest } = proposal.signal;
  expect(country).toBe('NL');
  expect(await sayYes(createConsentLine(person.parts), id, shown(rest))).toBe(true);
  await soon(() => expect(first(anna.desk)).toMatchObject({ decision: 'yes', stored: 'yes' }));
  expect(first(anna.desk)?.answered).toEqual(rest);
  const [row] = await sealed();
  if (!row) throw new Error('nothing stored');

  const saskia = await house.desk('saskia');
  const vault = saskia.session.vault();
  const { orgId } = vault.roots;
  const seed = vault.releaseEpochs.find(({ epoch }) => epoch === row.epoch)?.seed;
  if (!seed) throw new Error('the supervisor has no release key');
  const subject = { orgId, teamId: orgId, epoch: row.epoch, refHash: row.refHash };
  const opened = openRelease(seed, subject, row.blob);
  expect(JSON.parse(new TextDecoder().decode(opened.signalJcs))).toEqual(rest);
  expect(anna.session.vault().releaseEpochs).toEqual([]);
  await saskia.session.lock();

  expect(await takeBack(createConsentLine(person.parts), id)).toBe('taken_back');
  expect(await sealed()).toEqual([]);
  await soon(() => expect(first(anna.desk)?.decision).toBe('taken_back'));
  anna.desk.setMargin(form);
  expect(anna.desk.propose()).toBe(false);
  await end();
});

it('no and later leave nothing anywhere, and the person alone may change their mind', async () => {
  const { anna, person, id, end } = await asked();
  const before = await house.database.consentRegistration.count();
  sayNo(createConsentLine(person.parts), id, proposal, 'later');
  await soon(() => expect(first(anna.desk)?.decision).toBe('later'));
  anna.desk.setMargin(form);
  expect(anna.desk.propose()).toBe(false);
  sayNo(createConsentLine(person.parts), id, proposal, 'no');
  await soon(() => expect(first(anna.desk)?.decision).toBe('no'));
  expect(await sealed()).toEqual([]);
  expect(await house.database.consentRegistration.count()).toBe(before);
  expect(await sayYes(createConsentLine(person.parts), id, shown())).toBe(true);
  await soon(() => expect(first(anna.desk)).toMatchObject({ decision: 'yes', stored: 'yes' }));
  await end();
});

it('a yes whose page goes before it was registered has shared nothing', async () => {
  const { anna, person, id, end } = await asked();
  const line: ConsentLine = {
    ...createConsentLine(person.parts),
    async register() {
      person.forget();
      return true;
    },
  };
  expect(await sayYes(line, id, shown())).toBe(false);
  expect(await sealed()).toEqual([]);
  expect(first(anna.desk)).toMatchObject({ decision: 'asked', consent: null });
  await end();
});

it('a signature over another signal, and one that nobody registered, come to nothing', async () => {
  const { anna, person, id, end } = await asked();
  const forged: ConsentLine = {
    ...createConsentLine(person.parts),
    say: (content) =>
      content.type !== 'consent-grant'
        ? createConsentLine(person.parts).say(content)
        : createConsentLine(person.parts).say({
            ...content,
            body: content.body.map((b, i) => (i === 40 ? b ^ 1 : b)),
          }),
  };
  await sayYes(forged, id, shown());
  await soon(() => expect(first(anna.desk)?.decision).toBe('bad_signature'));
  expect(await sealed()).toEqual([]);
  const unregistered: ConsentLine = {
    ...createConsentLine(person.parts),
    register: async () => true,
  };
  await sayYes(unregistered, id, shown());
  await soon(() => expect(first(anna.desk)).toMatchObject({ decision: 'yes', stored: 'refused' }));
  expect(await sealed()).toEqual([]);
  await end();
});

it('it can be taken back after the chat, and after the day on the card as long as it waits', async () => {
  const { anna, person, id, end } = await asked();
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  expect(await sealed()).toHaveLength(1);
  anna.desk.end();
  await soon(() => expect(person.getSnapshot().phase.kind).toBe('ended'));
  // A server that does not take it back: the card says that it still stands.
  const deaf = { ...createConsentLine(person.parts), withdraw: async () => false };
  expect(await takeBack(deaf, id)).toBe('failed');
  expect(card(person)?.state).toBe('not_taken_back');
  expect(await sealed()).toHaveLength(1);
  // A server that takes it back and does not say whether it had left: nothing is claimed, and it is asked again.
  const later = { now: () => Date.now() + 100 * 86_400_000, hasLeft: async () => null };
  const line = { ...createConsentLine(person.parts), ...later };
  expect(await takeBack(line, id)).toBe('unsure');
  expect(card(person)?.state).toBe('unsure');
  const lying = { ...createConsentLine(person.parts), hasLeft: async () => true };
  expect(await takeBack(lying, id)).toBe('too_late');
  expect(await takeBack(createConsentLine(person.parts), id)).toBe('taken_back');
  expect(await sealed()).toEqual([]);
  await end();
});

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

it('a desk that was closed finds the decision again', async () => {
  const { anna, person, id } = await asked();
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  const { mailboxId } = anna.desk.getSnapshot().current ?? {};
  await anna.session.lock();
  const again = await house.desk('anna');
  await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
  again.desk.select(mailboxId ?? null);
  await soon(() => expect(first(again.desk)).toMatchObject({ decision: 'yes', stored: 'yes' }));
  again.desk.setMargin(form);
  expect(again.desk.propose()).toBe(false);
  expect(await sealed()).toHaveLength(1);
  await again.session.lock();
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

it('whoever deletes everything has taken back what they agreed to', async () => {
  const { anna, person, id } = await asked();
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  const refHash = Uint8Array.from(
    h32(first(anna.desk)?.consent?.fields.consentRef ?? new Uint8Array()),
  );
  const ours = () => house.database.sealedSignal.count({ where: { refHash } });
  expect(await ours()).toBe(1);
  person.erase();
  await soon(() => expect(person.getSnapshot().erasure?.kind).toBe('deleted'));
  expect(await ours()).toBe(0);
  await anna.session.lock();
});

it('whoever leaves while everything is being deleted leaves the order to take back behind', async () => {
  const { anna, person, id } = await asked();
  await sayYes(createConsentLine(person.parts), id, shown());
  await soon(() => expect(first(anna.desk)?.stored).toBe('yes'));
  expect(person.unfinishedErasure()).toEqual([]);
  person.erase();
  const ref = first(anna.desk)?.consent?.fields.consentRef;
  expect(person.unfinishedErasure()[0]?.erase?.consents).toEqual([ref]);
  person.undoErase();
  expect(person.unfinishedErasure()).toEqual([]);
  await anna.session.lock();
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
