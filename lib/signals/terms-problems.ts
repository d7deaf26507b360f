import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { type SignalSettings, settingsProblems } from './settings.ts';

/** What two people may not decide either. `unit_name`, `unit_key`: two units share it. */
export type TermsProblem = 'unit_name' | 'unit_key' | keyof SignalSettings;

const hasTwins = (values: readonly string[]) => new Set(values).size < values.length;

/**
 * Whether units and settings can stand in a record at all; the office and the server ask the same. Two units
 * of one name could not be told apart on a card, and of two with one key a file says nothing about who reads it.
 */
export function termsProblems(terms: SignalTerms, isDemo: boolean): TermsProblem[] {
  const problems: TermsProblem[] = [...settingsProblems(terms.settings, isDemo)];
  if (hasTwins(terms.units.map(({ name }) => name.toLowerCase()))) problems.push('unit_name');
  if (hasTwins(terms.units.map(({ key }) => key))) problems.push('unit_key');
  return problems;
}
