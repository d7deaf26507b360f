import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally } from '#lib/crypto/tests/tally.ts';
import { COARSE_CODES } from '../coarser-codes.ts';
import { fineCodes } from '../fields.ts';
import { coarserCode, orderedSet } from '../less-exact.ts';
import type { Signal } from '../signal.ts';
import { generaliseCase as generaliseHeld } from './case.ts';

const SETS = ['means_of_control', 'recruitment_method', 'venue_type'] as const;
type SetField = (typeof SETS)[number];
/** They need ten, so that no other code can stand for them. */
const FAMILY = ['ThroughFamilyOrFamilyEvents', 'UsesChildren', 'ThreatensChildrenFamily'];

const generaliseCase = (signal: Signal, all: readonly Signal[]) =>
  generaliseHeld(signal, { pattern: [], case: all });
const coarseCodes = (field: SetField): readonly string[] => COARSE_CODES[field];
const groupOf = (field: SetField, code: string): string =>
  (fineCodes(field).includes(code) && coarserCode(field, code)) || code;
const leave = (field: SetField, first: readonly string[], all: readonly Signal[]) => {
  const signal = { [field]: orderedSet(field, first) } as Signal;
  const [, ...others] = all;
  return generaliseCase(signal, [signal, ...others]).signal[field] ?? [];
};

/** Some codes are said often, some hardly ever: that is where something has to be hidden. */
const pools = fc.constantFrom(...SETS).chain((field) => {
  const codes = [...fineCodes(field), ...coarseCodes(field)];
  const often = fc.uniqueArray(fc.constantFrom(...codes.slice(0, 4)), { maxLength: 3 });
  const any = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 6 });
  return fc.record({
    field: fc.constant(field),
    all: fc
      .array(fc.oneof({ arbitrary: often, weight: 4 }, any), { minLength: 6, maxLength: 30 })
      .map((all) => all.map((one): Signal => ({ [field]: orderedSet(field, one) }))),
    first: any,
  });
});

describe('the sets of a case', () => {
  const reached = tally(
    'case sets',
    ...['fine', 'coarse', 'coarse though one was common', 'struck', 'exchanged', 'nothing left'],
  );

  it('are fine or coarse, never a coarse code beside a fine one', () => {
    fc.assert(
      fc.property(pools, ({ field, all, first }) => {
        const told = leave(field, first, all);
        if (told.length === 0) return reached('nothing left');
        // What has no ladder is neither.
        const laddered = told.filter((code) => groupOf(field, code) !== code);
        const coarse = told.filter((code) => coarseCodes(field).includes(code));
        expect(laddered.length === 0 || coarse.length === 0, told.join()).toBe(true);
        reached(coarse.length > 0 ? 'coarse' : 'fine');
        const alone = first.map((code) => leave(field, [code], all));
        if (coarse.length > 0 && alone.some(([code]) => code && first.includes(code)))
          reached('coarse though one was common');
      }),
      { numRuns: 1500 },
    );
  });

  it('tell nothing of what was struck: the file is the one of somebody who never said it', () => {
    fc.assert(
      fc.property(pools, ({ field, all, first }) => {
        const told = leave(field, first, all);
        const kept = first.filter((code) => told.includes(code) || isIn(field, told, code));
        if (kept.length === first.length || kept.length === 0) return;
        reached('struck');
        const asEver = generaliseCase({ [field]: orderedSet(field, kept) } as Signal, [
          { [field]: orderedSet(field, first) } as Signal,
          ...all.slice(1),
        ]);
        expect(asEver.signal[field]).toEqual(told);
      }),
      { numRuns: 1500 },
    );
  });

  it('do not tell which code of a group a coarse one hides: any other would make the same file', () => {
    fc.assert(
      fc.property(pools, fc.nat(), ({ field, all, first }, pick) => {
        const told = leave(field, first, all);
        const hidden = first.filter((code) => !told.includes(code) && isIn(field, told, code));
        const code = hidden[pick % (hidden.length || 1)];
        if (!code || FAMILY.includes(code) || coarseCodes(field).includes(code)) return;
        for (const other of fineCodes(field)) {
          if (other === code || FAMILY.includes(other)) continue;
          if (groupOf(field, other) !== groupOf(field, code)) continue;
          reached('exchanged');
          const swap = (codes: readonly string[]) =>
            codes.map((one) => (one === code ? other : one === other ? code : one));
          const swapped = all.map(
            (one): Signal => ({ [field]: orderedSet(field, swap(one[field] ?? [])) }),
          );
          expect(leave(field, swap(first), swapped)).toEqual(told);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('hide the rare one of a group of two', () => {
    const common: Signal = { means_of_control: ['PhysicalAbuse', 'TakesEarnings'] };
    const all = Array.from({ length: 9 }, () => common);
    const rare: Signal = { means_of_control: ['PhysicalAbuse', 'SexualAbuse', 'TakesEarnings'] };
    const { signal, coarsened } = generaliseCase(rare, [rare, ...all]);
    expect(signal.means_of_control).toEqual(['violence', 'money_debt']);
    expect(coarsened).toHaveLength(1);
    expect(generaliseCase(common, [rare, ...all]).signal).toEqual(common);
    // Nobody else says anything of its group: it goes, and the rest is as it was.
    const alone: Signal = { means_of_control: ['PhysicalAbuse', 'ImageBlackmail'] };
    expect(generaliseCase(alone, [alone, ...all]).signal.means_of_control).toEqual([
      'PhysicalAbuse',
    ]);
  });

  it('tell how many dimensions are positive only where five tell the same', () => {
    const labour: Signal = {
      country: 'NL',
      exploitation: 'ForcedLabour',
      indicators: [true, true, true, false, false, false],
    };
    const four = Array.from({ length: 4 }, () => labour);
    expect(generaliseCase(labour, four).signal.indicators).toBeUndefined();
    expect(generaliseCase(labour, [labour, ...four]).signal.indicators).toBe('3-4');
  });
});

const isIn = (field: SetField, told: readonly string[], code: string): boolean =>
  told.includes(groupOf(field, code));
