import { beforeEach, expect, it, vi } from 'vitest';
import { wholePatternRelease } from '#lib/signals/release/pattern.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { releaseQuarter } from './make-release.ts';
import { patternNow } from './pattern-now.ts';
import { planOf, poolsOf } from './pattern-pool.ts';
import type { Signals } from './read-signals.ts';
import { groupNames, noGroups } from './same-people.ts';
import { now, opened, quarter, sessionWith, unit } from './test-opened-signals.ts';
import { saidIn } from './use-same-people.ts';

const held = vi.hoisted(() => ({ signals: { kind: 'failed' } as Signals }));
vi.mock('./read-signals.ts', () => ({ readSignals: async () => held.signals }));

const day = 86_400_000;
const other = { ...unit, name: 'Police of another place', key: 'age1other' };
/** Its agreement is valid today for the last time. */
const ending = { ...other, agreementUntilDay: Math.floor(now / day) };
const units = [unit, ending];
const stale = { ok: false, code: 'stale' };

const ready = (
  signals = opened(60, units),
  releases: readonly { quarter: string }[] = [],
): Signals => ({ kind: 'ready', signals, releases, patterns: [] }) as unknown as Signals;

/** What two people said yes to today. */
function seenToday(session: TeamSession) {
  const [pool] = poolsOf(session, opened(60, units), [], groupNames(noGroups));
  if (!pool) throw new Error('no pool');
  const counted = pool.due.map((one) => one.counted);
  const release = wholePatternRelease(counted, { k: 5 });
  const plan = release.ok ? planOf(session, pool, release) : null;
  if (!plan) throw new Error('no plan');
  return plan;
}

beforeEach(() => {
  held.signals = ready();
});

it('what is still the same leaves, to the keys of now', async () => {
  const seen = seenToday(sessionWith(units));
  expect(seen.keys).toEqual([unit.key, ending.key]);
  const found = await patternNow(sessionWith(units, now + 1000), seen);
  expect(found).toMatchObject({ ok: true, plan: { keys: seen.keys, content: seen.content } });
});

it('an agreement that ended overnight gets nothing: the screen of yesterday still names it', async () => {
  const seen = seenToday(sessionWith(units));
  const tomorrow = sessionWith(units, now + day);
  const request = vi.fn();
  expect(seen.content.recipients).toContain(ending.name);
  expect(await patternNow(tomorrow, seen)).toEqual(stale);
  const asking = { ...tomorrow, portal: { request } } as unknown as TeamSession;
  expect(await releaseQuarter(asking, seen)).toEqual(stale);
  expect(request).not.toHaveBeenCalled();
});

it('a unit with another key under the same name is not the one that people agreed to', async () => {
  const seen = seenToday(sessionWith(units));
  const changed = [unit, { ...ending, key: 'age1new' }];
  expect(await patternNow(sessionWith(changed), seen)).toEqual(stale);
});

it('what was taken back, has left, was joined since, or could not be read does not leave', async () => {
  const session = sessionWith(units);
  const seen = seenToday(session);
  held.signals = ready(opened(60, units).slice(1));
  expect(await patternNow(session, seen)).toEqual(stale);
  held.signals = ready(undefined, [{ quarter }]);
  expect(await patternNow(session, seen)).toEqual(stale);
  held.signals = { kind: 'failed' };
  expect(await patternNow(session, seen)).toEqual({ ok: false, code: 'unavailable' });
  held.signals = ready();
  const [one = '', two = ''] = opened(2).map(({ key }) => key);
  saidIn(session).set([[one, two]]);
  expect(await patternNow(session, seen)).toEqual(stale);
});
