import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally } from '#lib/crypto/tests/tally.ts';
import { fillIn, fitScope, offeredCodes } from '../fill-in.ts';
import { leaveOut, makeLessExact } from '../less-exact.ts';
import { mayPropose } from '../may-propose.ts';
import { LADDER, missingToCount } from '../release/ladder.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '../settings.ts';
import type { Signal } from '../signal.ts';
import { anySignal } from './arbitrary-signals.ts';

const settings = { ...DEFAULT_SIGNAL_SETTINGS, patternFor12To15: ['NL' as const] };
const asked = (signal: Signal) =>
  mayPropose({
    ...{ scope: 'pattern', signal, settings, secondLook: 'supervisor', other: 'none' },
    ...{ danger: false, doubt: false, watched: false, askedBefore: false },
    ...{ secondConversation: true, ownQuestionDone: true },
  });
const isCounted = (signal: Signal) => LADDER.some((level) => level(signal) !== null);
const of = (field: 'country' | 'age_band', code: string, signal: Signal = {}) =>
  fillIn(signal, 'pattern', field, code);

describe('whoever is asked to be counted can be counted', () => {
  const reached = tally('countable', 'proposed', 'refused', 'child', 'lost by leaving out');

  it('of any form that may be proposed', () => {
    fc.assert(
      fc.property(anySignal('pattern'), (signal) => {
        if (!asked(signal).ok) return reached('refused');
        reached('proposed');
        expect(isCounted(signal)).toBe(true);
        expect(missingToCount(signal)).toBeNull();
        for (const changed of [leaveOut(signal, 'country'), makeLessExact(signal, 'country')]) {
          expect(missingToCount(changed) === null).toBe(isCounted(changed));
          if (!isCounted(changed)) reached('lost by leaving out');
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('of 12 to 15 years: the form says Benelux by itself, and no country can be chosen', () => {
    fc.assert(
      fc.property(anySignal('pattern'), (signal) => {
        const child = of('age_band', '12-15', { ...signal, country: 'NL' });
        reached('child');
        expect(child.country).toBe('Benelux');
        expect(offeredCodes(child, 'pattern', 'country')).toEqual(['Benelux', 'other']);
        expect(fillIn(child, 'pattern', 'country', undefined).country).toBe('Benelux');
        expect(of('country', 'BE', child).country).toBe('Benelux');
        expect(asked(child)).toEqual({ ok: true });
        expect(isCounted(child)).toBe(true);
      }),
    );
    expect(of('age_band', '12-15')).toEqual({ age_band: '12-15', country: 'Benelux' });
    // As it was: no country, and on no level of the ladder.
    expect(isCounted({ age_band: '12-15', exploitation: 'ForcedCriminality' })).toBe(false);
  });

  it('elsewhere than in the Benelux it stays what it is, and nobody under 16 is asked', () => {
    const child = of('age_band', '12-15', { country: 'other' });
    expect(child.country).toBe('other');
    expect(asked(child)).toEqual({ ok: false, reasons: ['country_only_as_benelux'] });
    expect(asked({ country: 'other', age_band: '18-23' })).toEqual({
      ok: false,
      reasons: ['pattern_kind_needed'],
    });
    expect(asked({ age_band: '18-23' })).toEqual({
      ok: false,
      reasons: ['pattern_country_needed'],
    });
  });

  it('another age, and the form of a case, ask for the country again', () => {
    const child = of('age_band', '12-15');
    expect(of('age_band', '16-17', child).country).toBeUndefined();
    expect(fitScope(child, 'case').country).toBeUndefined();
    expect(fitScope({ country: 'NL', age_band: '12-15' }, 'pattern').country).toBe('Benelux');
  });
});
