import type { Sendable } from '#lib/crypto/messages/content.ts';
import { callBackBytes } from '#lib/signals/call-back.ts';
import type { Scope } from '#lib/signals/fields.ts';
import type { ChatState, OutboxItem } from './chat-state.ts';
import { isOpen, type Proposed, withOff } from './proposals.ts';

/** Whether something was said, or may have been, that makes a question impossible: by the counsellor's flags, or by the person. */
export const isFlagged = ({ margin, person }: Pick<ChatState, 'margin' | 'person'>): boolean =>
  margin.danger || margin.doubt || margin.unreadable || person?.danger === true;

const said = (scope: Scope): OutboxItem => {
  const content: Sendable = { type: 'consent-withdraw', body: callBackBytes(scope) };
  return { id: `off-${scope}`, text: '', minute: 0, content };
};

/**
 * What a flag does to questions that can still be answered: they are off the table for good, the person is told so
 * and not why, and no yes to them counts from here on. A question that has not left is not sent. What is off stands
 * in the margin too, which is kept at once: a desk that dies before it could tell the person does so when it opens
 * the chat again, and seals nothing meanwhile. A yes beside one that stands for the other scope is answered the same.
 */
export function withFlags(state: ChatState): ChatState {
  const { margin, outbox } = state;
  const flagged = isFlagged(state);
  const goes = (one: Proposed) =>
    one.decision === 'second' ||
    (one.decision !== 'off' &&
      ((flagged && isOpen(one)) || margin.off.includes(one.proposal.scope)));
  const scopes = state.proposals.filter(goes).map(({ proposal }) => proposal.scope);
  const queued = new Set(outbox.map(({ id }) => id));
  const news = scopes.map(said).filter(({ id }) => !queued.has(id));
  const kept = flagged
    ? outbox.filter(({ content }) => content?.type !== 'consent-request')
    : outbox;
  if (scopes.length === 0 && kept.length === outbox.length) return state;
  return {
    ...state,
    proposals: scopes.reduce(withOff, state.proposals),
    margin: { ...margin, off: [...new Set([...margin.off, ...scopes])] },
    // Nobody answers a chat that is over.
    outbox: state.phase === 'open' ? [...kept, ...news] : kept,
  };
}
