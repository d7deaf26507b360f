import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally } from '#lib/crypto/tests/tally.ts';
import { signalFromJcs, signalJcs } from '../canonical-signal.ts';
import { FIELD_NAMES, fineCodes, isCode } from '../fields.ts';
import { leaveOut, lessExact, makeLessExact } from '../less-exact.ts';
import { filledFields, parseSignal } from '../signal.ts';
import { groupOf, majorityOf } from '../signal-class.ts';
import { anySignal } from './arbitrary-signals.ts';

const field = fc.constantFrom(...FIELD_NAMES);

describe('a signal', () => {
  const reached = tally('signal', 'set', 'case with region', 'indicators', 'empty field');

  it('is read back from its RFC 8785 form as it was', () => {
    fc.assert(
      fc.property(anySignal('case'), (signal) => {
        if (signal.means_of_control) reached('set');
        if (signal.region) reached('case with region');
        if (signal.indicators) reached('indicators');
        if (filledFields(signal).length < FIELD_NAMES.length) reached('empty field');
        expect(signalFromJcs(signalJcs(signal), 'case')).toEqual({ ok: true, signal });
      }),
    );
  });

  it('holds no text: a name in any field is refused, and the field is named, not the name', () => {
    fc.assert(
      fc.property(anySignal('case'), field, fc.string(), (signal, at, text) => {
        fc.pre(!isCode(at, text));
        const answer = parseSignal({ ...signal, [at]: text }, 'case');
        expect(answer).toEqual({ ok: false, code: 'not_a_code', field: at });
      }),
    );
    const planted = parseSignal({ country: 'BE', 'Jan Peeters': 'x' }, 'pattern');
    expect(planted).toEqual({ ok: false, code: 'unknown_field', field: 'field 2' });
  });

  it('has one writing: spaces, another order or an upside-down set are refused', () => {
    const text = '{"country":"BE","gender":"Feminine"}';
    const bytes = (s: string) => new TextEncoder().encode(s);
    expect(signalFromJcs(bytes(text), 'pattern').ok).toBe(true);
    for (const other of [
      text.replace(',', ', '),
      '{"gender":"Feminine","country":"BE"}',
      '{"country":"BE","gender":"Feminine","gender":"Masculine"}',
      '\ufeff{}',
      '{',
    ])
      expect(signalFromJcs(bytes(other), 'pattern')).toEqual({ ok: false, code: 'not_canonical' });
    expect(parseSignal({ venue_type: ['street', 'online_only'] }, 'pattern')).toMatchObject({
      field: 'venue_type',
    });
  });

  it('says no region in the pattern scope, and none that contradicts the country', () => {
    const region = { ok: false, code: 'contradiction', field: 'region' };
    expect(parseSignal({ country: 'BE', region: 'BE1' }, 'pattern')).toEqual(region);
    expect(parseSignal({ country: 'NL', region: 'BE1' }, 'case')).toEqual(region);
    expect(parseSignal({ country: 'BE', region: 'BE1' }, 'case').ok).toBe(true);
    const sector = { exploitation: 'Other', labour_sector: 'F_Construction' };
    expect(parseSignal(sector, 'case')).toMatchObject({ field: 'labour_sector' });
  });
});

describe('less exact', () => {
  const reached = tally('less exact', 'coarser', 'left out', 'echo removed');

  it('ends, stays a signal, and never tells more than before', () => {
    fc.assert(
      fc.property(anySignal('case'), field, (signal, at) => {
        let now = signal;
        for (let step = 0; now[at] !== undefined; step++) {
          expect(step).toBeLessThan(4);
          const value = now[at];
          const coarser = lessExact(at, value);
          reached(coarser === null ? 'left out' : 'coarser');
          const next = makeLessExact(now, at);
          if (filledFields(next).length < filledFields(now).length - 1) reached('echo removed');
          expect(next[at]).toEqual(coarser ?? undefined);
          expect(parseSignal(next, 'case').ok).toBe(true);
          now = next;
        }
        expect(parseSignal(leaveOut(signal, at), 'case').ok).toBe(true);
        expect(leaveOut(signal, at)).not.toHaveProperty(at);
      }),
      { numRuns: 2000 },
    );
  });

  it('a country that was left out is not told again by the region', () => {
    const signal = { country: 'BE', region: 'BE2' };
    expect(leaveOut(signal, 'country')).toEqual({});
    expect(makeLessExact(signal, 'country')).toEqual({ country: 'Benelux' });
    expect(makeLessExact(signal, 'region')).toEqual({ country: 'BE', region: 'BE' });
  });

  it('every fine code has a class that stays the same one step up', () => {
    for (const code of fineCodes('exploitation')) {
      const once = makeLessExact({ exploitation: code }, 'exploitation');
      expect(groupOf(once)).toBe(groupOf({ exploitation: code }));
    }
    for (const code of fineCodes('age_band'))
      expect(majorityOf(makeLessExact({ age_band: code }, 'age_band'))).toBe(
        majorityOf({ age_band: code }),
      );
  });
});
