import type { HelpPortal } from '../portal/help-portal.ts';
import type { Parts } from './parts.ts';

/**
 * What the server is asked when everything is deleted. What the person agreed to is taken back first: once
 * the chat is gone nobody could say so any more.
 */
export function createDeletion({ held, mailboxId, token }: Parts) {
  const refs: Uint8Array[] = [];

  /** @returns false when it has to be asked again */
  async function withdrawAll(line: HelpPortal): Promise<boolean> {
    if (refs.length === 0) return true;
    const shown = await line.request('mailbox:attach', { mailboxId, token });
    // A mailbox that is gone lets nobody take anything back: then only deleting remains.
    if (!shown.ok) return shown.code !== 'unavailable' && shown.code !== 'too_many';
    for (;;) {
      const [ref] = refs;
      if (!ref) return true;
      const consentRef = Uint8Array.from(ref);
      const answer = await line.request('consent:withdraw', { consentRef });
      if (!answer.ok) return false;
      refs.shift()?.fill(0);
    }
  }

  return {
    /** Copies the references out of the keys that are about to be wiped. */
    gather(): void {
      for (const { consentRef } of held.consents.values()) refs.push(Uint8Array.from(consentRef));
    },
    /** The same request until it is answered. @returns false when it has to be asked again */
    async ask(line: HelpPortal): Promise<boolean> {
      if (!(await withdrawAll(line))) return false;
      const last = held.goodbye ?? undefined;
      return (await line.request('chat:delete', { mailboxId, token, last })).ok;
    },
    /** What is not taken back yet. */
    pending: (): readonly Uint8Array[] =>
      refs.length > 0
        ? refs
        : [...held.consents.values()].map(({ consentRef }) => Uint8Array.from(consentRef)),
    forget(): void {
      for (const ref of refs.splice(0)) ref.fill(0);
    },
  };
}
