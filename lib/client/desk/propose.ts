import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { proposalBytes, readProposal, type SignalProposal } from '#lib/signals/card-messages.ts';
import { consentTerms, quarterOf } from '#lib/signals/consent-terms.ts';
import type { Scope } from '#lib/signals/fields.ts';
import { mayPropose, type ProposalObstacle } from '#lib/signals/may-propose.ts';
import { unitsOn } from '#lib/signals/recipients.ts';
import { filledFields, type Signal } from '#lib/signals/signal.ts';
import type { ChatState } from './chat-state.ts';
import type { OpenChat } from './desk-view.ts';
import { formMark, type Margin } from './margin.ts';
import { otherOf } from './proposals.ts';

/** What the form or the chat itself lacks, beside the rules for signals. */
export type FormObstacle = 'nothing_filled' | 'no_unit' | 'not_open' | 'margin_unreadable';

type Chat = Pick<OpenChat, 'phase' | 'alarm' | 'person' | 'proposals' | 'margin'>;

/** Whether this scope was asked before: once in a conversation, ever. */
export const wasAsked = ({ proposals }: Pick<Chat, 'proposals'>, scope: Scope): boolean =>
  proposals.some(({ proposal }) => proposal.scope === scope);

/** Who else looked at the form as it stands: a look at what was changed since counts no more. */
function secondLookOf(margin: Margin): 'none' | 'counsellor' | 'supervisor' {
  const { look } = margin;
  if (!look?.by || look.of !== formMark(margin)) return 'none';
  return look.by.isSupervisor ? 'supervisor' : 'counsellor';
}

/** The signal of the form, with the quarter of today. @param day days since 1970 */
export const signalOf = ({ signal }: Pick<Margin, 'signal'>, day: number): Signal => ({
  ...signal,
  period: quarterOf(day),
});

/** Units that the form would name: all with a valid agreement, or the one chosen for a case. */
function recipientsOf({ scope, unitKey }: Margin, terms: SignalTerms, day: number) {
  const valid = unitsOn(terms.units, day);
  const chosen = scope === 'case' ? valid.filter(({ key }) => key === unitKey) : valid;
  return chosen.map(({ name, key }) => ({ name, key }));
}

/**
 * Everything that keeps the form from being sent, all at once. The same for the screen and for the intent
 * behind it; nothing of it depends on other chats or signals.
 * @param day days since 1970
 */
export function obstaclesOf(
  chat: Chat,
  terms: SignalTerms,
  day: number,
): (ProposalObstacle | FormObstacle)[] {
  const { margin, person } = chat;
  const found: (ProposalObstacle | FormObstacle)[] = [];
  if (chat.phase !== 'open' || chat.alarm !== null) found.push('not_open');
  if (margin.unreadable) found.push('margin_unreadable');
  if (filledFields(margin.signal).length === 0) found.push('nothing_filled');
  if (recipientsOf(margin, terms, day).length === 0) found.push('no_unit');
  const allowed = mayPropose({
    scope: margin.scope,
    signal: signalOf(margin, day),
    settings: terms.settings,
    danger: margin.danger || person?.danger === true,
    doubt: margin.doubt,
    watched: !margin.unwatched,
    secondConversation: margin.wordGiven,
    askedBefore: wasAsked(chat, margin.scope),
    other: otherOf(chat.proposals, margin.scope),
    ownQuestionDone: margin.ownQuestionDone,
    secondLook: secondLookOf(margin),
  });
  return allowed.ok ? found : [...found, ...allowed.reasons];
}

/** What the card will hold, out of the form as it stands. @param day days since 1970 */
export function proposalOf(margin: Margin, terms: SignalTerms, day: number): SignalProposal {
  return {
    scope: margin.scope,
    signal: signalOf(margin, day),
    recipients: recipientsOf(margin, terms, day),
    ...consentTerms(margin.scope, day, terms.settings),
  };
}

/** A proposal is on its way already. */
export const isOnItsWay = ({ outbox }: Pick<ChatState, 'outbox'>): boolean =>
  outbox.some(({ content }) => content?.type === 'consent-request');

/**
 * A question that has not left stays here where the other one came before it: another window of this member asked it,
 * or the person reopened it and said yes.
 */
export function withOneQuestion(state: ChatState): ChatState {
  const outbox = state.outbox.filter(({ content }) => {
    const proposal = content?.type === 'consent-request' ? readProposal(content.body) : null;
    return !proposal || otherOf(state.proposals, proposal.scope) === 'none';
  });
  return outbox.length === state.outbox.length ? state : { ...state, outbox };
}

/** The proposal stands in the outbox behind what was written before; the form is empty again. */
export function withProposed(
  state: ChatState,
  id: string,
  proposal: SignalProposal,
  now: number,
): ChatState {
  const content = { type: 'consent-request', body: proposalBytes(proposal) } as const;
  const item = { id, text: '', minute: Math.floor(now / 60_000), content };
  const empty = { signal: {}, ticked: [], unitKey: null, look: null };
  const margin: Margin = { ...state.margin, ...empty };
  return { ...state, margin, outbox: [...state.outbox, item] };
}
