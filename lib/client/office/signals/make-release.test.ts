import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { type DeskHouse, openDeskHouse, type TestDesk, unit } from '../../desk/test-house.ts';
import { caseOf, heldOf } from './case-of.ts';
import { releaseCase } from './make-release.ts';
import { readSignals } from './read-signals.ts';
import { sealCase, type Wrong } from './test-sealed-case.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const stale = { ok: false, code: 'stale' };

async function look({ session }: TestDesk, refHash: Uint8Array) {
  const read = await readSignals(session);
  if (read.kind !== 'ready') throw new Error('nothing could be read');
  const opened = read.signals.find(({ key }) => key === toHex(refHash));
  if (!opened) throw new Error('it is not there');
  return { opened, review: caseOf(session, opened, heldOf(read.signals)) };
}

/** They saw the signal, and the minute of a demo's cooling-off has passed on their clock. */
async function waitAMinute(supervisor: TestDesk, refHash: Uint8Array) {
  await look(supervisor, refHash);
  vi.spyOn(supervisor.session, 'now').mockImplementation(() => Date.now() + 60_000);
}

/** Their yes to the case as they see it. */
async function approve(supervisor: TestDesk, refHash: Uint8Array) {
  const { review } = await look(supervisor, refHash);
  if (!review?.class.ok) throw new Error('not a case that may leave');
  const contentHash = Uint8Array.from(review.contentHash);
  const { portal } = supervisor.session;
  expect(await portal.request('signals:approve', { refHash, contentHash })).toEqual({ ok: true });
  return contentHash;
}

it('an answer that got lost is asked again with the same file: a case leaves once, and says so', async () => {
  const anna = await house.desk('anna');
  const [saskia, sanne] = [await house.desk('saskia'), await house.desk('sanne')];
  const { refHash } = await sealCase(house, anna);
  for (const one of [saskia, sanne]) await waitAMinute(one, refHash);
  const contentHash = await approve(saskia, refHash);
  expect(await approve(sanne, refHash)).toEqual(contentHash);
  sanne.line.loseAnswer('release:make');
  const lost = { ok: false, code: 'unavailable' };
  expect(await releaseCase(sanne.session, refHash, contentHash)).toEqual(lost);
  expect(await house.database.release.count()).toBe(1);
  expect(await releaseCase(sanne.session, refHash, contentHash)).toEqual({ ok: true });
  expect(await house.database.release.count()).toBe(1);
  // Whoever looks at an old screen is told so, and nothing is packed for them.
  expect(await releaseCase(saskia.session, refHash, contentHash)).toEqual(stale);
  expect(saskia.line.asked).not.toContain('release:make');
  for (const one of [anna, saskia, sanne]) await one.session.lock();
});

it('a minute of cooling-off is a minute, counted from when this browser first saw the signal', async () => {
  const [anna, saskia] = [await house.desk('anna'), await house.desk('saskia')];
  const { refHash } = await sealCase(house, anna);
  const now = vi.spyOn(saskia.session, 'now');
  const begin = Date.now();
  const after = async (ms: number) => {
    now.mockReturnValue(begin + ms);
    return look(saskia, refHash);
  };
  const { opened } = await after(0);
  expect(opened.waitsUntil).toBe(begin + 60_000);
  expect(opened.result).toMatchObject({ ok: false, code: 'cooling_off' });
  expect((await after(59_999)).review).toBeNull();
  expect(await releaseCase(saskia.session, refHash, new Uint8Array(32))).toEqual(stale);
  expect((await after(60_000)).review?.class.ok).toBe(true);
  for (const one of [anna, saskia]) await one.session.lock();
});

const wrongs: [string, string, Wrong][] = [
  ['a tampered signature', 'bad_signature', { isTampered: true }],
  ['a signature over another text', 'other_text', { text: 'Do you agree?' }],
  ['a yes that has ended', 'expired', { daysAgo: 60 }],
  [
    'a unit that is none of ours',
    'other_recipients',
    { recipients: [{ name: unit.name, key: 'x' }] },
  ],
];

it.each(wrongs)('%s is refused with its reason, and never leaves', async (_, code, wrong) => {
  const [anna, saskia] = [await house.desk('anna'), await house.desk('saskia')];
  const { answer, refHash } = await sealCase(house, anna, wrong);
  expect(answer).toEqual({ ok: true });
  const { opened, review } = await look(saskia, refHash);
  expect(opened.result).toMatchObject({ ok: false, code, early: null });
  expect(review).toBeNull();
  expect(await releaseCase(saskia.session, refHash, new Uint8Array(32))).toEqual(stale);
  expect(saskia.line.asked).not.toContain('release:make');
  for (const one of [anna, saskia]) await one.session.lock();
});

it('a yes that no person registered is refused by the server already', async () => {
  const anna = await house.desk('anna');
  const { answer } = await sealCase(house, anna, { isUnregistered: true });
  expect(answer).toEqual({ ok: false, code: 'not_allowed' });
  await anna.session.lock();
});
