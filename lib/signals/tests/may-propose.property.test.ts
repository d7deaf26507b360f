import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally } from '#lib/crypto/tests/tally.ts';
import { checkClass, type EstimateRow } from '../class-check.ts';
import {
  consentIsDue,
  consentTerms,
  patternReleaseDay,
  quarterOf,
  shortWaitOf,
} from '../consent-terms.ts';
import { isAdult, mayPropose, type Proposal } from '../may-propose.ts';
import {
  DEFAULT_SIGNAL_SETTINGS,
  DEMO_SIGNAL_SETTINGS,
  MIN_COOLING_OFF_MINUTES,
  settingsProblems,
} from '../settings.ts';
import { anySignal } from './arbitrary-signals.ts';

const open: Proposal = {
  scope: 'pattern',
  signal: { country: 'BE', age_band: '24-29', exploitation: 'ForcedLabour' },
  settings: { ...DEFAULT_SIGNAL_SETTINGS, caseScope: true },
  danger: false,
  doubt: false,
  watched: false,
  secondConversation: true,
  askedBefore: false,
  other: 'none',
  ownQuestionDone: true,
  secondLook: 'none',
};

const proposal = fc
  .record({
    scope: fc.constantFrom('pattern' as const, 'case' as const),
    danger: fc.boolean(),
    doubt: fc.boolean(),
    watched: fc.boolean(),
    secondLook: fc.constantFrom('none' as const, 'counsellor' as const, 'supervisor' as const),
    secondConversation: fc.boolean(),
  })
  .chain((p) => anySignal(p.scope).map((signal): Proposal => ({ ...open, ...p, signal })));

const reasons = (p: Partial<Proposal>) => {
  const answer = mayPropose({ ...open, ...p });
  return answer.ok ? [] : answer.reasons;
};

describe('a proposal', () => {
  const reached = tally('may propose', 'flagged', 'allowed pattern', 'allowed case', 'refused');

  it('is impossible with the danger or doubt flag, and while somebody watches', () => {
    fc.assert(
      fc.property(proposal, (p) => {
        const { ok } = mayPropose(p);
        if (p.danger || p.doubt || p.watched) {
          reached('flagged');
          expect(ok).toBe(false);
        } else reached(ok ? `allowed ${p.scope}` : 'refused');
        if (ok && p.scope === 'case') expect(isAdult(p.signal)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('asks who the rules ask for', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ askedBefore: true, ownQuestionDone: false })).toEqual([
      'asked_before',
      'own_question_first',
    ]);
    for (const age_band of ['16-17', 'unknown', undefined]) {
      expect(reasons({ signal: { country: 'BE', age_band } })).toEqual(['needs_second_look']);
      expect(reasons({ signal: { country: 'BE', age_band }, secondLook: 'counsellor' })).toEqual(
        [],
      );
    }
    expect(reasons({ signal: { age_band: 'under12' }, secondLook: 'supervisor' })).toEqual([
      'too_young',
    ]);
  });

  it('asks one question about a person at a time, and never beside a yes that stands', () => {
    for (const scope of ['pattern', 'case'] as const)
      for (const other of ['asked', 'yes'] as const)
        expect(reasons({ scope, other })).toEqual([`other_${other}`]);
  });

  it('12 to 15: off, and where it is on, at Benelux level and with a supervisor', () => {
    const child = { age_band: '12-15', country: 'NL' };
    const settings = { ...DEFAULT_SIGNAL_SETTINGS, patternFor12To15: ['NL' as const] };
    expect(reasons({ signal: child, secondLook: 'supervisor' })).toEqual(['age_not_turned_on']);
    for (const country of ['NL', 'BE', 'other', undefined])
      expect(reasons({ signal: { ...child, country }, settings })).toEqual([
        'country_only_as_benelux',
      ]);
    const coarse = { ...child, country: 'Benelux' };
    expect(reasons({ signal: coarse, settings })).toEqual(['needs_supervisor']);
    expect(reasons({ signal: coarse, settings, secondLook: 'supervisor' })).toEqual([]);
  });

  it('as a case: only where it is on, later, adults, not in Luxembourg, no rare kind', () => {
    const p = { ...open, scope: 'case' as const };
    expect(reasons(p)).toEqual([]);
    expect(reasons({ ...p, settings: DEFAULT_SIGNAL_SETTINGS })).toEqual(['case_is_off']);
    expect(reasons({ ...p, secondConversation: false })).toEqual(['case_second_conversation']);
    const luxembourg = { age_band: 'unknown', country: 'LU', exploitation: 'Surrogacy' };
    expect(reasons({ ...p, signal: luxembourg })).toEqual([
      'case_adults_only',
      'case_not_luxembourg',
      'case_kind_excluded',
    ]);
    expect(reasons({ ...p, signal: { age_band: 'adult' } })).toEqual(['case_country_needed']);
  });
});

describe('settings', () => {
  it('nobody but the demo goes under fourteen days or drops the second conversation', () => {
    expect(settingsProblems(DEFAULT_SIGNAL_SETTINGS, false)).toEqual([]);
    expect(settingsProblems(DEMO_SIGNAL_SETTINGS, true)).toEqual([]);
    expect(settingsProblems(DEMO_SIGNAL_SETTINGS, false)).toEqual([
      'coolingOffMinutes',
      'caseNeedsSecondConversation',
    ]);
    const odd = { ...DEFAULT_SIGNAL_SETTINGS, k: 4, kCase: 0.5 };
    expect(settingsProblems(odd, true)).toEqual(['kCase', 'k']);
    const least = { ...DEFAULT_SIGNAL_SETTINGS, coolingOffMinutes: MIN_COOLING_OFF_MINUTES };
    expect(settingsProblems(least, false)).toEqual([]);
  });
});

describe('the days of a consent', () => {
  const day = Date.UTC(2026, 7, 20) / 86_400_000;
  const date = (d: number) => new Date(d * 86_400_000).toISOString().slice(0, 10);

  it('pattern: a fixed day after the quarter, and four quarters of waiting', () => {
    expect(quarterOf(day)).toBe('2026-Q3');
    expect(date(patternReleaseDay('2026-Q3'))).toBe('2026-10-15');
    expect(date(patternReleaseDay('2026-Q4'))).toBe('2027-01-15');
    const terms = consentTerms('pattern', day, DEFAULT_SIGNAL_SETTINGS);
    expect(date(terms.lastTakeBackDay)).toBe('2026-10-14');
    expect(date(terms.untilDay)).toBe('2027-11-01');
    expect(terms.untilDay).toBeGreaterThan(patternReleaseDay('2027-Q3'));
  });

  it('case: the cooling-off, then thirty days', () => {
    const terms = consentTerms('case', day, DEFAULT_SIGNAL_SETTINGS);
    expect(terms).toEqual({
      notBeforeDay: day + 31,
      lastTakeBackDay: day + 30,
      untilDay: day + 61,
    });
    expect(consentIsDue(terms, day + 30)).toBe('too_early');
    expect(consentIsDue(terms, day + 61)).toBe('due');
    expect(consentIsDue(terms, day + 62)).toBe('expired');
    expect(shortWaitOf(DEFAULT_SIGNAL_SETTINGS)).toBe(0);
    // A minute is no day: the card of a demo names today, and the browser of the supervisor counts.
    expect(consentTerms('case', day, DEMO_SIGNAL_SETTINGS).notBeforeDay).toBe(day);
    expect(shortWaitOf(DEMO_SIGNAL_SETTINGS)).toBe(1);
  });

  it('case: from any minute of the day on which it was said, the whole time passes', () => {
    const minutes = fc.integer({ min: 1440, max: 100_000 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 1439 }), (coolingOffMinutes, minute) => {
        const settings = { ...DEFAULT_SIGNAL_SETTINGS, coolingOffMinutes };
        const { notBeforeDay } = consentTerms('case', day, settings);
        expect((notBeforeDay - day) * 1440).toBeGreaterThanOrEqual(minute + coolingOffMinutes);
      }),
    );
  });
});

describe('the class of a case', () => {
  const row: EstimateRow = {
    country: 'BE',
    exploitation: 'labour',
    majority: 'adult',
    people: 50,
    source: 'made up for this test',
    year: 2025,
    checked_by: 'a tester',
  };

  it('is closed without a row, a figure, a check, or enough people', () => {
    const { signal } = open;
    expect(checkClass(signal, [row], 50)).toEqual({ ok: true, row });
    const code = (rows: EstimateRow[], s = signal) => {
      const answer = checkClass(s, rows, 50);
      return answer.ok ? 'open' : answer.code;
    };
    expect(code([])).toBe('no_estimate');
    expect(code([{ ...row, people: null }])).toBe('no_estimate');
    expect(code([{ ...row, checked_by: null }])).toBe('estimate_unchecked');
    expect(code([{ ...row, people: 49 }])).toBe('too_few');
    expect(code([row], { ...signal, exploitation: 'non-sexual' })).toBe('class_unknown');
    expect(code([row], { ...signal, age_band: '16-17' })).toBe('not_a_case');
    expect(checkClass(signal, [{ ...row, checked_by: null }], 50, true).ok).toBe(true);
  });
});
