import type { PoliceUnit, SignalTerms } from '#lib/protocol/signal-terms.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';

type Settings = SignalTerms['settings'];
export type SettingName = keyof Settings;

/** One thing that a proposal changes; `unit_changed` keeps its name or its key. */
export type TermsChange =
  | { kind: 'unit_added' | 'unit_removed'; unit: PoliceUnit }
  | { kind: 'unit_changed'; from: PoliceUnit; to: PoliceUnit }
  | { kind: 'desk'; from: string | null; to: string | null }
  | {
      [Name in SettingName]: { kind: 'setting'; name: Name; from: Settings; to: Settings };
    }[SettingName];

/** What an organisation that shares no signals would begin with: the careful side of every setting. */
export const firstTerms: SignalTerms = {
  units: [],
  desk: null,
  settings: { ...DEFAULT_SIGNAL_SETTINGS, patternFor12To15: [] },
};

const text = (value: unknown) => JSON.stringify(value);
const isSameUnit = (a: PoliceUnit, b: PoliceUnit) =>
  a.name === b.name &&
  a.country === b.country &&
  a.key === b.key &&
  a.agreementUntilDay === b.agreementUntilDay;

function unitChanges(before: readonly PoliceUnit[], after: readonly PoliceUnit[]): TermsChange[] {
  const twin = (unit: PoliceUnit, among: readonly PoliceUnit[]) =>
    among.find(({ name }) => name === unit.name) ?? among.find(({ key }) => key === unit.key);
  const gone = before
    .filter((unit) => !twin(unit, after))
    .map((unit): TermsChange => ({ kind: 'unit_removed', unit }));
  const others = after.flatMap((to): TermsChange[] => {
    const from = twin(to, before);
    if (!from) return [{ kind: 'unit_added', unit: to }];
    return isSameUnit(from, to) ? [] : [{ kind: 'unit_changed', from, to }];
  });
  return [...others, ...gone];
}

/** Everything that differs, so that whoever confirms sees what they confirm. */
export function termsChanges(before: SignalTerms, after: SignalTerms): TermsChange[] {
  const names = Object.keys(after.settings) as SettingName[];
  const settings = names
    .filter((name) => text(before.settings[name]) !== text(after.settings[name]))
    .map((name): TermsChange => {
      return { kind: 'setting', name, from: before.settings, to: after.settings };
    });
  const desk: TermsChange[] =
    before.desk === after.desk ? [] : [{ kind: 'desk', from: before.desk, to: after.desk }];
  return [...unitChanges(before.units, after.units), ...desk, ...settings];
}
