import type { ReactNode } from 'react';
import type { LogEntry } from '#components/conversation/entries.ts';
import {
  type PersonEntry,
  type PersonView,
  type ProposedCard,
  tickOf,
} from '#lib/client/person/view.ts';

type Notice = Extract<PersonEntry, { kind: 'notice' }>['notice'];

/** The chat as lines of a log, our own notices in the words of the page. */
export function logEntries(
  view: PersonView,
  say: (notice: Notice) => string,
  show: (card: ProposedCard) => ReactNode,
): LogEntry[] {
  return view.entries.flatMap((entry): LogEntry[] => {
    if (entry.kind === 'notice') {
      const { id, notice } = entry;
      return [{ kind: 'notice', id, text: say(notice), isStrong: notice === 'joined' }];
    }
    if (entry.kind === 'card') {
      const card = view.cards.find(({ id }) => id === entry.id);
      return card ? [{ kind: 'card', id: entry.id, node: show(card) }] : [];
    }
    const { id, from, text, minute } = entry;
    return [{ kind: 'message', id, from, text, minute, tick: tickOf(view, entry) }];
  });
}
