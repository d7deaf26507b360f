import { proposalBytes, type SignalProposal } from '#lib/signals/card-messages.ts';
import type { ChatState } from './chat-state.ts';

/** Proposed once: neither stored already nor on its way, in a chat that goes on, and never in danger. */
export function mayAsk(state: ChatState, scope: SignalProposal['scope']): boolean {
  const waits = state.outbox.some(({ content }) => content?.type === 'consent-request');
  const asked = state.proposals.some(({ proposal }) => proposal.scope === scope);
  const goesOn = state.phase === 'open' && state.alarm === null;
  return goesOn && !waits && !asked && state.person?.danger !== true;
}

/** The proposal stands in the outbox behind what was written before. */
export function withProposed(
  state: ChatState,
  id: string,
  proposal: SignalProposal,
  now: number,
): ChatState {
  const content = { type: 'consent-request', body: proposalBytes(proposal) } as const;
  const item = { id, text: '', minute: Math.floor(now / 60_000), content };
  return { ...state, outbox: [...state.outbox, item] };
}
