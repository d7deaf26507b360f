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
import { groupsOf, type SamePeople } from './same-people.ts';

const now = Date.UTC(2026, 10, 28);
const unit = { name: 'Police', country: 'NL', key: 'age1', agreementUntilDay: 30_000 };
const settings = { ...DEFAULT_SIGNAL_SETTINGS, k: 5 };
const session = {
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

function planWith(signals: readonly OpenedSignal[], same: SamePeople) {
  const [pool] = poolsOf(session, signals, [], groupsOf(same));
  if (!pool) throw new Error('no pool');
  const release = wholePatternRelease(
    pool.due.map(({ counted }) => counted),
    { k: 5 },
  );
  return { pool, release, plan: release.ok ? planOf(session, pool, release) : null };
}

it('signals of the same people are one group, in whichever order it was said', () => {
  const pairs = [
    ['b', 'a'],
    ['c', 'd'],
    ['d', 'b'],
  ] as const;
  for (const said of [pairs, [...pairs].reverse()]) {
    const group = groupsOf(new Map(said));
    expect(new Set(['a', 'b', 'c', 'd'].map(group))).toEqual(new Set(['a']));
    expect(group('e')).toBe('e');
  }
  const circle = groupsOf(
    new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]),
  );
  expect([circle('a'), circle('b')]).toEqual(['a', 'a']);
});

it('who says that signals are about the same people changes what two people approve', () => {
  const signals = opened(60);
  const [one, two] = signals.map(({ key }) => key);
  const alone = planWith(signals, new Map());
  const joined = planWith(signals, new Map([[one ?? '', two ?? '']]));
  const turned = planWith(signals, new Map([[two ?? '', one ?? '']]));
  expect(joined.pool.due.map(({ number }) => number)).toEqual(signals.map((_, i) => i + 1));
  expect(joined.plan?.contentHash).toEqual(turned.plan?.contentHash);
  expect(joined.plan?.contentHash).not.toEqual(alone.plan?.contentHash);
  // Nothing of it leaves.
  expect(JSON.stringify(joined.plan?.content)).not.toContain(one);
});

it('signals that are all about the same people are no cluster', () => {
  const signals = opened(60);
  const first = signals[0]?.key ?? '';
  const all = new Map(signals.slice(1).map(({ key }) => [key, first]));
  expect(planWith(signals, new Map()).release.ok).toBe(true);
  expect(planWith(signals, all).release).toMatchObject({ ok: false, code: 'no_cluster' });
});
