import type { PersonChat } from '#lib/client/person/person-chat.ts';
import { tickOf } from '#lib/client/person/view.ts';

const IMPATIENT_MS = 400;

/**
 * A weakened client: what was not answered soon is said anew, in a new frame, instead of sent again in the
 * same bytes. Only there to show that the check finds what such a client does.
 */
export function impatient(): (chat: PersonChat, text: string) => boolean {
  const since = new Map<string, number>();
  return (chat, text) => {
    const view = chat.getSnapshot();
    for (const entry of view.entries) {
      if (entry.kind !== 'message' || tickOf(view, entry) !== 'waiting') continue;
      const said = since.get(entry.text);
      if (said === undefined || Date.now() - said < IMPATIENT_MS) continue;
      since.delete(entry.text);
      chat.send(entry.text);
    }
    since.set(text, Date.now());
    return chat.send(text) === 'sent';
  };
}
