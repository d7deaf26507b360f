import type { Country } from '#lib/protocol/countries.ts';

/** What an organisation decides about signals. Two supervisors change it, and it is audited. */
export type SignalSettings = {
  /** off by default */
  caseScope: boolean;
  /** countries for which the organisation turned on pattern signals of 12-15 */
  patternFor12To15: readonly Country[];
  /** minutes between yes and the earliest release of a case */
  coolingOffMinutes: number;
  /** people estimated in a class before one of it may leave as a case */
  kCase: number;
  /** smallest cluster of a pattern release */
  k: number;
  /** false in the demo only */
  caseNeedsSecondConversation: boolean;
};

const DAY = 24 * 60;

/** Under 14 days nobody had time to think; only the demo goes under it. */
export const MIN_COOLING_OFF_MINUTES = 14 * DAY;

export const DEFAULT_SIGNAL_SETTINGS: SignalSettings = {
  caseScope: false,
  patternFor12To15: [],
  coolingOffMinutes: 30 * DAY,
  kCase: 50,
  k: 10,
  caseNeedsSecondConversation: true,
};

/** What the demo changes, so that both releases can be tried at once. */
export const DEMO_SIGNAL_SETTINGS: SignalSettings = {
  ...DEFAULT_SIGNAL_SETTINGS,
  caseScope: true,
  coolingOffMinutes: 1,
  k: 5,
  caseNeedsSecondConversation: false,
};

/** What two supervisors may set k to: 5, 10 in a pilot, 11 for a public file. */
export const K_CHOICES: readonly number[] = [5, 10, 11];

/** Names of settings that are out of bounds. The demo alone may go under the cooling-off. */
export function settingsProblems(s: SignalSettings, isDemo: boolean): (keyof SignalSettings)[] {
  const problems: (keyof SignalSettings)[] = [];
  const least = isDemo ? 1 : MIN_COOLING_OFF_MINUTES;
  if (!Number.isInteger(s.coolingOffMinutes) || s.coolingOffMinutes < least)
    problems.push('coolingOffMinutes');
  if (!Number.isInteger(s.kCase) || s.kCase < 1) problems.push('kCase');
  if (!K_CHOICES.includes(s.k)) problems.push('k');
  if (!s.caseNeedsSecondConversation && !isDemo) problems.push('caseNeedsSecondConversation');
  return problems;
}
