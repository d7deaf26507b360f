import { expect, it } from 'vitest';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { patternReleaseDay } from '#lib/signals/consent-terms.ts';
import { wholePatternRelease } from '#lib/signals/release/pattern.ts';
import type { OpenedSignal } from './open-signals.ts';
import { planOf, poolsOf } from './pattern-pool.ts';
import { type Groups, groupNames, noGroups, together } from './same-people.ts';
import { now, opened, quarter, sessionWith, unit } from './test-opened-signals.ts';

const session = sessionWith([unit]);

function planWith(signals: readonly OpenedSignal[], said: Groups) {
  const [pool] = poolsOf(session, signals, [], groupNames(said));
  if (!pool) throw new Error('no pool');
  const release = wholePatternRelease(
    pool.due.map(({ counted }) => counted),
    { k: 5 },
  );
  return { pool, release, plan: release.ok ? planOf(session, pool, release) : null };
}

it('what is counted here is of a quarter that may leave', () => {
  expect(patternReleaseDay(quarter)).toBeLessThanOrEqual(dayOf(now));
});

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
