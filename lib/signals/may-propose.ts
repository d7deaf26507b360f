import type { Scope } from './fields.ts';
import { missingToCount } from './release/ladder.ts';
import type { SignalSettings } from './settings.ts';
import type { Signal } from './signal.ts';

/**
 * Of two questions about one person one at a time: two yeses would count them twice, and both would leave, for
 * nothing may link them. `asked`: it waits for an answer; `yes`: a yes stands.
 */
export type OtherQuestion = 'none' | 'asked' | 'yes';

/** What is known in a conversation about a signal that a counsellor wants to propose. */
export type Proposal = {
  scope: Scope;
  /** as the form is filled in now */
  signal: Signal;
  settings: SignalSettings;
  /** the counsellor's flag, or the person's own "in danger" */
  danger: boolean;
  doubt: boolean;
  /** somebody may be watching the screen */
  watched: boolean;
  /** came back with a code, or gave the secret word that was agreed */
  secondConversation: boolean;
  /** this scope was asked before in this conversation */
  askedBefore: boolean;
  /** where the question of the other scope stands in this conversation */
  other: OtherQuestion;
  /** the person's own question was dealt with */
  ownQuestionDone: boolean;
  /** who else looked at it: another counsellor or a supervisor */
  secondLook: 'none' | 'counsellor' | 'supervisor';
};

/** Why a signal cannot be proposed. None of them depends on any other signal. */
export type ProposalObstacle =
  | 'danger'
  | 'doubt'
  | 'watched'
  | 'asked_before'
  | 'other_asked'
  | 'other_yes'
  | 'own_question_first'
  | 'too_young'
  | 'age_not_turned_on'
  | 'country_only_as_benelux'
  | 'pattern_country_needed'
  | 'pattern_kind_needed'
  | 'case_is_off'
  | 'case_adults_only'
  | 'case_second_conversation'
  | 'case_not_luxembourg'
  | 'case_country_needed'
  | 'case_kind_excluded'
  | 'needs_second_look'
  | 'needs_supervisor';

/** Kinds so rare that one of them points at one person: never a case. */
export const NEVER_A_CASE: readonly string[] = [
  'ForcedMarriage',
  'OrganRemoval',
  'ForcedAdoption',
  'Surrogacy',
  'ForcedMilitaryByNonStateActors',
  'Servitude',
];

const ADULT_BANDS: readonly string[] = ['18-23', '24-29', '30-47', '48plus', 'adult'];

/** Whether a signal says that the person is 18 or older. */
export const isAdult = (signal: Signal): boolean =>
  signal.age_band !== undefined && ADULT_BANDS.includes(signal.age_band);

function stateObstacles(p: Proposal): ProposalObstacle[] {
  const found: ProposalObstacle[] = [];
  if (p.danger) found.push('danger');
  if (p.doubt) found.push('doubt');
  if (p.watched) found.push('watched');
  if (p.askedBefore) found.push('asked_before');
  if (p.other !== 'none') found.push(`other_${p.other}`);
  if (!p.ownQuestionDone) found.push('own_question_first');
  return found;
}

/**
 * What alone keeps a signal out of a case file, whatever else is true: also checked again at the
 * release. Each is a fixed rule; none depends on other signals.
 */
export function caseObstacles(signal: Signal): ProposalObstacle[] {
  const found: ProposalObstacle[] = [];
  if (!isAdult(signal)) found.push('case_adults_only');
  if (signal.country === 'LU' || signal.region?.startsWith('LU')) found.push('case_not_luxembourg');
  if (signal.country !== 'BE' && signal.country !== 'NL' && signal.country !== 'LU')
    found.push('case_country_needed');
  if (NEVER_A_CASE.includes(signal.exploitation ?? '')) found.push('case_kind_excluded');
  return found;
}

function childObstacles(p: Proposal): ProposalObstacle[] {
  const { country } = p.signal;
  const on = p.settings.patternFor12To15;
  // At Benelux level the country is no longer there to compare: turned on anywhere suffices.
  if (on.length === 0) return ['age_not_turned_on'];
  if (country !== 'Benelux') return ['country_only_as_benelux'];
  return p.secondLook === 'supervisor' ? [] : ['needs_supervisor'];
}

function ageObstacles(p: Proposal): ProposalObstacle[] {
  const band = p.signal.age_band;
  if (band === 'under12') return ['too_young'];
  if (p.scope === 'case') return [];
  if (band === '12-15') return childObstacles(p);
  const missing = missingToCount(p.signal);
  const found: ProposalObstacle[] = missing ? [`pattern_${missing}_needed`] : [];
  // Not said, made less exact to "minor", or 16-17: somebody else looks at it too.
  if (!isAdult(p.signal) && p.secondLook === 'none') found.push('needs_second_look');
  return found;
}

/**
 * Whether a signal may be proposed to the person now (signals.md, "Who may consent"). Server,
 * counsellor's screen and the opening supervisor ask the same function.
 * @returns every obstacle, so that a counsellor sees all of them at once
 */
export function mayPropose(p: Proposal): { ok: true } | { ok: false; reasons: ProposalObstacle[] } {
  const reasons = [...stateObstacles(p), ...ageObstacles(p)];
  if (p.scope === 'case') {
    if (!p.settings.caseScope) reasons.push('case_is_off');
    if (p.settings.caseNeedsSecondConversation && !p.secondConversation)
      reasons.push('case_second_conversation');
    reasons.push(...caseObstacles(p.signal));
  }
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
