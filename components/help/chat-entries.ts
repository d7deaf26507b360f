import type { LogEntry } from '#components/conversation/entries.ts';
import { type PersonEntry, type PersonView, tickOf } from '#lib/client/person/view.ts';

type Notice = Extract<PersonEntry, { kind: 'notice' }>['notice'];

/** The chat as lines of a log, our own notices in the words of the page. */
export function logEntries(view: PersonView, say: (notice: Notice) => string): LogEntry[] {
  return view.entries.map((entry) => {
    if (entry.kind === 'notice') return { kind: 'notice', id: entry.id, text: say(entry.notice) };
    const { id, from, text, minute } = entry;
    return { kind: 'message', id, from, text, minute, tick: tickOf(view, entry) };
  });
}
