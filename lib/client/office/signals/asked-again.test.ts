import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { Signal } from '#lib/signals/signal.ts';
import { type DeskHouse, openDeskHouse, type TestDesk } from '../../desk/test-house.ts';
import { caseOf, heldOf } from './case-of.ts';
import { releaseCase } from './make-release.ts';
import { isCounted, poolsOf } from './pattern-pool.ts';
import { readSignals } from './read-signals.ts';
import { sealCase } from './test-sealed-case.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

/** A day whose quarter is over and may leave, on whatever day this runs. */
const daysAgo = 110;

async function readBy({ session }: TestDesk) {
  const read = await readSignals(session);
  if (read.kind !== 'ready') throw new Error('nothing could be read');
  return read.signals;
}

/** What two supervisors decided since. */
function decide({ session }: TestDesk, change: { caseScope: boolean }) {
  const now = session.settings();
  if (!now.signals) throw new Error('this organisation shares no signals');
  const settings = { ...now.signals.settings, ...change };
  const signals = { ...now.signals, settings };
  vi.spyOn(session, 'settings').mockReturnValue({ ...now, signals });
}

it('a case leaves no more once its organisation passes on no cases, and again when it does', async () => {
  const [anna, saskia] = [await house.desk('anna'), await house.desk('saskia')];
  const { refHash } = await sealCase(house, anna, { daysAgo: 3 });
  const look = async () => {
    const signals = await readBy(saskia);
    const opened = signals.find(({ key }) => key === toHex(refHash));
    if (!opened) throw new Error('it is not there');
    return { result: opened.result, review: caseOf(saskia.session, opened, heldOf(signals)) };
  };
  const before = await look();
  expect(before.result.ok && before.review?.class.ok).toBe(true);
  const contentHash = before.review?.contentHash ?? new Uint8Array(32);
  decide(saskia, { caseScope: false });
  const off = await look();
  expect(off).toEqual({ result: { ok: false, code: 'case_is_off', early: null }, review: null });
  const stale = { ok: false, code: 'stale' };
  expect(await releaseCase(saskia.session, refHash, contentHash)).toEqual(stale);
  expect(saskia.line.asked).not.toContain('release:make');
  decide(saskia, { caseScope: true });
  expect((await look()).result.ok).toBe(true);
  for (const one of [anna, saskia]) await one.session.lock();
  await house.database.sealedSignal.deleteMany();
});

it('a child’s signal that a changed client sealed is counted nowhere, whatever was signed', async () => {
  const [anna, saskia] = [await house.desk('anna'), await house.desk('saskia')];
  const seal = async (signal: Signal) => {
    const { refHash } = await sealCase(house, anna, { scope: 'pattern', signal, daysAgo });
    return toHex(refHash);
  };
  const kind = { country: 'NL', exploitation: 'ForcedLabour' } as const;
  const adult = await seal({ ...kind, age_band: '18-23' });
  const young = await seal({ ...kind, age_band: 'under12' });
  const child = await seal({ ...kind, age_band: '12-15' });
  const signals = await readBy(saskia);
  const codes = Object.fromEntries(
    signals.map(({ key, result }) => [key, result.ok ? 'ok' : result.code]),
  );
  expect(codes).toEqual({ [adult]: 'ok', [young]: 'too_young', [child]: 'age_not_turned_on' });
  const pools = poolsOf(saskia.session, signals, [], (key) => key);
  expect(pools.flatMap(({ due }) => due.map(({ key }) => key))).toContain(adult);
  for (const { due } of pools) expect(due.map(({ key }) => key)).toEqual([adult]);
  // Neither is passed on to a desk, nor does it make another case less rare.
  expect(signals.filter(isCounted).map(({ key }) => key)).toEqual([adult]);
  const { pattern, case: cases } = heldOf(signals);
  expect([pattern.length, cases.length]).toEqual([1, 0]);
  for (const one of [anna, saskia]) await one.session.lock();
});
