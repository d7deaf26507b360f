import { describe, expect, it } from 'vitest';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { firstTerms, termsChanges } from './terms-changes.ts';

const unit = (name: string, key: string) => ({
  ...{ name, country: 'NL' as const, key },
  agreementUntilDay: 30_000,
});
const [a, b] = [unit('A', 'age1a'), unit('B', 'age1b')];
const terms: SignalTerms = { ...firstTerms, units: [a, b] };
const kinds = (after: SignalTerms) => termsChanges(terms, after).map(({ kind }) => kind);

describe('what differs between two terms', () => {
  it('is nothing for the same', () => {
    expect(termsChanges(terms, structuredClone(terms))).toEqual([]);
  });

  it('is a unit that came, went, or changed under the same name or the same key', () => {
    expect(kinds({ ...terms, units: [a, b, unit('C', 'age1c')] })).toEqual(['unit_added']);
    expect(kinds({ ...terms, units: [a] })).toEqual(['unit_removed']);
    for (const changed of [unit('A', 'age1z'), unit('Z', 'age1a'), { ...a, agreementUntilDay: 1 }])
      expect(termsChanges(terms, { ...terms, units: [changed, b] })).toEqual([
        { kind: 'unit_changed', from: a, to: changed },
      ]);
  });

  it('is every setting that is not the same, and the desk', () => {
    const settings = { ...terms.settings, kCase: 60, patternFor12To15: ['BE' as const] };
    const changes = termsChanges(terms, { ...terms, desk: '00', settings });
    expect(changes.map((one) => (one.kind === 'setting' ? one.name : one.kind)).sort()).toEqual([
      'desk',
      'kCase',
      'patternFor12To15',
    ]);
  });

  it('begins on the careful side', () => {
    expect(firstTerms).toMatchObject({ units: [], desk: null });
    expect(firstTerms.settings).toMatchObject({ caseScope: false, patternFor12To15: [] });
  });
});
