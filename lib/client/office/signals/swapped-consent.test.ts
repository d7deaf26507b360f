import { afterAll, beforeAll, expect, it } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { askedIn, first, proposal, soon } from '../../desk/test-asked.ts';
import { type DeskHouse, openDeskHouse, type TestDesk } from '../../desk/test-house.ts';
import { createConsentLine } from '../../person/consent-line.ts';
import { sayYes } from '../../person/decide-consent.ts';
import { passOn } from './desk.ts';
import { textsOf } from './notices.ts';
import { readSignals } from './read-signals.ts';
import { sealCase } from './test-sealed-case.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

/** The honest part of the client does not get through: this one sends what it likes. */
const unsent = { ok: false, code: 'not_allowed' } as const;

/** What stood on the card of the pattern that the person said yes to. */
async function cardOf({ scope, recipients, signal, ...days }: typeof proposal) {
  const facts = { scope, recipients: [...recipients], ...days };
  const [text] = await textsOf({ lang: 'nl', facts: [facts], signal, names: ['Anna'] });
  return { proposal, signal, notice: text?.notice.text ?? '', lang: 'nl' };
}

async function read({ session }: TestDesk, key: string) {
  const found = await readSignals(session);
  if (found.kind !== 'ready') throw new Error('nothing could be read');
  const opened = found.signals.find((one) => one.key === key);
  if (!opened) throw new Error('it is not there');
  return opened;
}

/** A person agreed to a pattern; their counsellor's changed client seals a case of its own under that consent. */
async function swapped() {
  const { anna, person, id } = await askedIn(house);
  anna.line.answerWith('signal:store', unsent);
  expect(await sayYes(createConsentLine(person.parts), id, await cardOf(proposal))).toBe(true);
  await soon(() => expect(first(anna.desk)).toMatchObject({ decision: 'yes', stored: 'refused' }));
  const consent = first(anna.desk)?.consent;
  if (!consent) throw new Error('nobody agreed');
  const instead = { consentRef: consent.fields.consentRef, body: consent.body };
  const { answer, refHash, body } = await sealCase(house, anna, { instead });
  // The server cannot tell: the hash that the counsellor claims is the one that was registered.
  expect(answer).toEqual({ ok: true });
  const { mailboxId } = anna.desk.getSnapshot().current ?? {};
  return { anna, refHash, key: toHex(refHash), forged: body, mailboxId: mailboxId ?? null };
}

it('a consent that a counsellor put in the place of the registered one is refused, and never leaves', async () => {
  const { anna, key, forged } = await swapped();
  const saskia = await house.desk('saskia');
  const opened = await read(saskia, key);
  expect(opened.scope).toBe('case');
  expect(opened.result).toEqual({ ok: false, code: 'not_registered', early: null });
  expect(await passOn(saskia.session, [opened])).toMatchObject({ ok: false });
  // The attack itself is sound: with a server that says that this is what was registered, it is a case that waits.
  const honest = await saskia.session.portal.request('signals:read', {});
  if (!honest.ok) throw new Error(honest.code);
  const signals = honest.signals.map((one) => ({ ...one, bodyHash: h32(forged) }));
  saskia.line.answerWith('signals:read', { ...honest, signals });
  expect((await read(saskia, key)).result).toMatchObject({ code: 'cooling_off' });
  saskia.line.answerWith('signals:read', {
    ...honest,
    signals: honest.signals.map((one) => ({ ...one, bodyHash: null })),
  });
  expect((await read(saskia, key)).result).toMatchObject({ code: 'not_registered' });
  for (const one of [anna, saskia]) await one.session.lock();
  await house.database.sealedSignal.deleteMany();
});

it('a false seal does not keep the real one out: a desk that opens the chat again puts it in its place', async () => {
  const { anna, key, mailboxId } = await swapped();
  const saskia = await house.desk('saskia');
  expect((await read(saskia, key)).result).toMatchObject({ code: 'not_registered' });
  await anna.session.lock();
  const again = await house.desk('anna');
  await soon(() => expect(again.desk.getSnapshot().ready).toBe(true));
  again.desk.select(mailboxId);
  await soon(() => expect(first(again.desk)).toMatchObject({ decision: 'yes', stored: 'yes' }));
  const opened = await read(saskia, key);
  expect(opened.scope).toBe('pattern');
  expect(opened.result).toMatchObject({ code: 'too_early', early: { signal: proposal.signal } });
  const refHash = Uint8Array.from(opened.stored.refHash);
  expect(await house.database.sealedSignal.count({ where: { refHash } })).toBe(1);
  for (const one of [again, saskia]) await one.session.lock();
});
