import { expect, it } from 'vitest';
import { toHex } from '#lib/crypto/bytes.ts';
import { dayOf } from '#lib/crypto/time-units.ts';
import { patternReleaseDay, quarterOf } from '#lib/signals/consent-terms.ts';
import { wholePatternRelease } from '#lib/signals/release/pattern.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';
import { syntheticPool } from '#lib/signals/synthetic.ts';
import type { TeamSession } from '../../team/team-session.ts';
import type { OpenedSignal } from './open-signals.ts';
import { planOf, poolsOf } from './pattern-pool.ts';
import { type Groups, groupNames, noGroups, together } from './same-people.ts';

const now = Date.UTC(2026, 10, 28);
const unit = { name: 'Police', country: 'NL', key: 'age1', agreementUntilDay: 30_000 };
const settings = { ...DEFAULT_SIGNAL_SETTINGS, k: 5 };
const session = {
  view: { demo: false },
  now: () => now,
  vault: () => ({ roots: { orgId: new Uint8Array(16) } }),
  settings: () => ({ name: 'Demo', signals: { units: [unit], desk: null, settings } }),
} as unknown as TeamSession;

/** Signals that were opened and checked: all of one quarter that may leave. */
const opened = (count: number): OpenedSignal[] => {
  const day = dayOf(now) - 92;
  expect(patternReleaseDay(quarterOf(day))).toBeLessThanOrEqual(dayOf(now));
  return syntheticPool(count, 7).map(({ signal, organisation, counsellor }, i) => {
    const refHash = new Uint8Array(32).fill(i + 1);
    const signature = new Uint8Array(64).fill(i + 1);
    const consent = { signal, body: { day }, recipients: [{ name: unit.name, key: unit.key }] };
    return {
      ...{ scope: 'pattern', key: toHex(refHash), signature, isSynthetic: true, counsellor },
      stored: { refHash, originId: organisation },
      result: { ok: true, consent },
    } as unknown as OpenedSignal;
  });
};

function planWith(signals: readonly OpenedSignal[], said: Groups) {
  const [pool] = poolsOf(session, signals, [], groupNames(said));
  if (!pool) throw new Error('no pool');
  const release = wholePatternRelease(
    pool.due.map(({ counted }) => counted),
    { k: 5 },
  );
  return { pool, release, plan: release.ok ? planOf(session, pool, release) : null };
}

it('who says that signals are about the same people changes what two people approve', () => {
  const signals = opened(60);
  const [one = '', two = '', three = ''] = signals.map(({ key }) => key);
  const alone = planWith(signals, noGroups);
  const joined = planWith(signals, [[one, two]]);
  expect(joined.pool.due.map(({ number }) => number)).toEqual(signals.map((_, i) => i + 1));
  expect(joined.plan?.contentHash).not.toEqual(alone.plan?.contentHash);
  expect([alone.plan?.joined, joined.plan?.joined]).toEqual([[], [[one, two].sort()]]);
  // Only another partition is another content: not the order in which it was said, nor of the signals.
  const chain = planWith(signals, together([[three, two]], [[two, one]]));
  const turned = planWith([...signals].reverse(), together([[one, two]], [[one, three]]));
  expect(turned.plan?.contentHash).toEqual(chain.plan?.contentHash);
  expect(chain.plan?.contentHash).not.toEqual(joined.plan?.contentHash);
  // Nothing of it leaves.
  expect(JSON.stringify(joined.plan?.content)).not.toContain(one);
});

it('the quarter is that of the count: it dates nothing that somebody told', () => {
  const signals = opened(60).map((one) => {
    if (!one.result.ok) return one;
    const { period: _out, ...signal } = one.result.consent.signal;
    return { ...one, result: { ok: true, consent: { ...one.result.consent, signal } } };
  }) as OpenedSignal[];
  const { plan, pool } = planWith(signals, noGroups);
  expect(plan?.content).toMatchObject({ kind: 'pattern', countedWith: pool.quarter });
  expect(plan?.content).not.toHaveProperty('period');
});

it('one synthetic signal, or a demo, marks the file; without them nothing does', () => {
  const all = opened(60);
  const real = all.map((one) => ({ ...one, isSynthetic: false }));
  const markOf = (signals: readonly OpenedSignal[]) => planWith(signals, noGroups).plan?.content;
  expect(markOf(real)).not.toHaveProperty('synthetic');
  expect(markOf(real.with(7, all[7] as OpenedSignal))).toMatchObject({ synthetic: true });
  (session.view as { demo: boolean }).demo = true;
  expect(markOf(real)).toMatchObject({ synthetic: true });
  (session.view as { demo: boolean }).demo = false;
});

it('signals that are all about the same people are no cluster', () => {
  const signals = opened(60);
  const all = [signals.map(({ key }) => key)];
  expect(planWith(signals, noGroups).release.ok).toBe(true);
  expect(planWith(signals, all).release).toMatchObject({ ok: false, code: 'no_cluster' });
});
