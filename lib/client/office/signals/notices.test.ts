import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type * as Loading from '#lib/i18n/load-notice-words.ts';
import type { NoticeVersion } from '#lib/i18n/load-notice-words.ts';
import { type DeskHouse, openDeskHouse } from '../../desk/test-house.ts';
import { readSignals } from './read-signals.ts';
import { sealCase } from './test-sealed-case.ts';

/** What a card said before one word of it, and one of a code, was put better. */
const before = (now: NoticeVersion, version: string, yes: string): NoticeVersion => {
  const words = structuredClone(now.words);
  words.card.yes = yes;
  words.codes.exploitation.ForcedLabour = `${yes} (werk)`;
  return { version, words };
};

const known = vi.hoisted(() => ({ versions: [] as NoticeVersion[] }));
vi.mock('#lib/i18n/load-notice-words.ts', () => ({ loadNoticeWords: async () => known.versions }));

let house: DeskHouse;
let newest: NoticeVersion;

beforeAll(async () => {
  const { loadNoticeWords } = await vi.importActual<typeof Loading>(
    '#lib/i18n/load-notice-words.ts',
  );
  const [today] = await loadNoticeWords('nl');
  if (!today) throw new Error('no version of the card');
  newest = { ...today, version: '9' };
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

/** A consent that was given when the card had these words, read by an office that has `versions`. */
async function readWith(words: NoticeVersion, versions: NoticeVersion[]) {
  const [anna, saskia] = [await house.desk('anna'), await house.desk('saskia')];
  known.versions = [words];
  const { refHash } = await sealCase(house, anna);
  known.versions = versions;
  const read = await readSignals(saskia.session);
  if (read.kind !== 'ready') throw new Error('nothing could be read');
  for (const one of [anna, saskia]) await one.session.lock();
  return read.signals.find(({ key }) => key === toHex(refHash))?.result;
}

const versionIn = (result: Awaited<ReturnType<typeof readWith>>) =>
  result && !result.ok ? result.early?.notice.version : result?.consent.notice.version;

it('a consent to an earlier card still counts after a word has changed, and tells its version', async () => {
  const old = before(newest, '7', 'Ja');
  const older = before(newest, '6', 'Ja, goed');
  // This one lacks a word of the card: it is passed over, not an error of the office.
  const poorer = structuredClone({ ...newest, version: '8' });
  Reflect.deleteProperty(poorer.words.codes.exploitation, 'ForcedLabour');
  const versions = [newest, poorer, old, older];
  expect(versionIn(await readWith(older, versions))).toBe('6');
  expect(versionIn(await readWith(old, versions))).toBe('7');
  expect(versionIn(await readWith(newest, versions))).toBe('9');
});

it('words that no version has were on no card of ours', async () => {
  const other = before(newest, '8', 'Ja, deel alles');
  const result = await readWith(other, [newest, before(newest, '8', 'Ja')]);
  expect(result).toMatchObject({ ok: false, code: 'other_text', early: null });
});
