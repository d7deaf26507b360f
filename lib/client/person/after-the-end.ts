import type { Code } from '#lib/protocol/codes.ts';
import type { HelpPortal } from '../portal/help-portal.ts';
import { AGAIN_MS, passing } from './outbox.ts';
import type { Parts } from './parts.ts';

type Answered<T> = ({ ok: true } & T) | { ok: false; code: Code };

/** One question to the server, by the connection that it is given. */
export type Ask<T> = (portal: HelpPortal) => Promise<Answered<T>>;

/**
 * Asks for a chat that is over, until it is answered. Its own connection is closed by then; the mailbox can still be
 * shown for a while. Leaving closes this one too, and so does deleting everything, which takes back by itself.
 * @returns null for a refusal
 */
export function afterTheEnd<T>(parts: Parts, ask: Ask<T>): Promise<T | null> {
  const { means, held, mailboxId, token } = parts;
  const portal = means.openPortal();
  let asking = false;
  let cancel = () => {};
  const close = () => {
    cancel();
    portal.close();
    held.afterwards.delete(close);
  };
  const isClosed = () => !held.afterwards.has(close);
  held.afterwards.add(close);

  /** @returns undefined when it has to be asked again */
  async function answered(): Promise<T | null | undefined> {
    const shown = await portal.request('mailbox:attach', { mailboxId, token });
    const answer: Answered<T> = shown.ok ? await ask(portal) : shown;
    if (answer.ok) return answer;
    return passing.includes(answer.code) ? undefined : null;
  }

  return new Promise((done) => {
    const again = async () => {
      if (asking || isClosed()) return;
      asking = true;
      cancel();
      const answer = await answered();
      asking = false;
      if (isClosed()) return;
      if (answer === undefined) {
        cancel = means.later(AGAIN_MS, () => void again());
        return;
      }
      close();
      done(answer);
    };
    portal.onConnection((connected) => {
      if (connected) void again();
    });
  });
}
