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

/** Why a signal may not leave, whatever the chat was like: asked when it is proposed, and again when it is opened. */
export type SignalObstacle =
  | 'too_young'
  | 'age_not_turned_on'
  | 'country_only_as_benelux'
  | 'case_is_off'
  | 'case_adults_only'
  | 'case_not_luxembourg'
  | 'case_country_needed'
  | 'case_kind_excluded';

/** Why a signal cannot be proposed. None of them depends on any other signal. */
export type ProposalObstacle =
  | SignalObstacle
  | 'danger'
  | 'doubt'
  | 'watched'
  | 'asked_before'
  | 'other_asked'
  | 'other_yes'
  | 'own_question_first'
  | 'pattern_country_needed'
  | 'pattern_kind_needed'
  | 'case_second_conversation'
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
export function caseObstacles(signal: Signal): SignalObstacle[] {
  const found: SignalObstacle[] = [];
  if (!isAdult(signal)) found.push('case_adults_only');
  if (signal.country === 'LU' || signal.region?.startsWith('LU')) found.push('case_not_luxembourg');
  if (signal.country !== 'BE' && signal.country !== 'NL' && signal.country !== 'LU')
    found.push('case_country_needed');
  if (NEVER_A_CASE.includes(signal.exploitation ?? '')) found.push('case_kind_excluded');
  return found;
}

function ageObstacles(scope: Scope, signal: Signal, settings: SignalSettings): SignalObstacle[] {
  const { age_band, country } = signal;
  if (age_band === 'under12') return ['too_young'];
  if (scope === 'case' || age_band !== '12-15') return [];
  const on = settings.patternFor12To15;
  // At Benelux level the country is no longer there to compare: turned on anywhere suffices.
  if (on.length === 0) return ['age_not_turned_on'];
  return country === 'Benelux' ? [] : ['country_only_as_benelux'];
}

/**
 * What keeps this signal in by age, country and scope, whatever else is true (signals.md, "Who may consent").
 * The counsellor's form asks it, and the opening supervisor's browser again: settings change, and a counsellor's
 * client may have been another than ours.
 * @param settings as they are today, of the organisation that had the chat
 */
export function signalObstacles(
  scope: Scope,
  signal: Signal,
  settings: SignalSettings,
): SignalObstacle[] {
  const found = ageObstacles(scope, signal, settings);
  if (scope === 'pattern') return found;
  if (!settings.caseScope) found.push('case_is_off');
  return [...found, ...caseObstacles(signal)];
}

/** What a pattern must say to be counted at all; of 12 to 15 years the country is asked for already. */
function countObstacles({ scope, signal }: Proposal): ProposalObstacle[] {
  if (scope === 'case' || signal.age_band === '12-15' || signal.age_band === 'under12') return [];
  const missing = missingToCount(signal);
  return missing ? [`pattern_${missing}_needed`] : [];
}

/** Who else must look first. Only the chat knows: nothing of it stands in a seal. */
function lookObstacles({ scope, signal, secondLook }: Proposal): ProposalObstacle[] {
  if (scope === 'case' || isAdult(signal)) return [];
  if (signal.age_band === '12-15') return secondLook === 'supervisor' ? [] : ['needs_supervisor'];
  // Not said, made less exact to "minor", or 16-17: somebody else looks at it too.
  return secondLook === 'none' ? ['needs_second_look'] : [];
}

/**
 * Whether a signal may be proposed to the person now (signals.md, "Who may consent").
 * @returns every obstacle, so that a counsellor sees all of them at once
 */
export function mayPropose(p: Proposal): { ok: true } | { ok: false; reasons: ProposalObstacle[] } {
  const reasons: ProposalObstacle[] = stateObstacles(p);
  const signal = signalObstacles(p.scope, p.signal, p.settings);
  reasons.push(...signal, ...countObstacles(p));
  if (p.scope === 'case' && p.settings.caseNeedsSecondConversation && !p.secondConversation)
    reasons.push('case_second_conversation');
  // Nobody is asked to look at what may not be proposed at all.
  if (signal.length === 0) reasons.push(...lookObstacles(p));
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
