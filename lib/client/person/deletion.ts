import type { HelpPortal } from '../portal/help-portal.ts';
import type { Leaver } from '../portal/left-beacon.ts';
import type { Parts } from './parts.ts';
import { goodbye, silence } from './traffic.ts';
import { wipeAll } from './wipe-all.ts';

const AGAIN_MS = 1000;

/** What becomes of a request to delete. */
export type DeletionEnds = { trouble: () => void; done: () => void };

/** How one chat is deleted; it outlasts the keys of the chat, and what was said in it. */
export type Deletion = ReturnType<typeof createDeletion>;

/** A chat that the person moved on from: nothing of it is left but how it is deleted. */
export type EarlierChat = {
  deletion: Deletion;
  /** The page forgets it, at once or when its end was heard. */
  drop: () => void;
};

/**
 * Deletes one chat here, then on the server. What the person agreed to is taken back first: once the chat is
 * gone nobody could say so any more.
 */
export function createDeletion(parts: Parts) {
  const { means, held, mailboxId, token } = parts;
  const refs: Uint8Array[] = [];
  let portal: HelpPortal | null = null;
  let asking = false;
  let cancel = () => {};

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

  async function deleteIt(line: HelpPortal): Promise<boolean> {
    if (!(await withdrawAll(line))) return false;
    const last = held.goodbye ?? undefined;
    return (await line.request('chat:delete', { mailboxId, token, last })).ok;
  }

  // The same request until it is answered: what is deleted already is answered the same way.
  async function ask(ends: DeletionEnds): Promise<void> {
    const line = portal;
    if (asking || !line) return;
    asking = true;
    cancel();
    const isDone = await deleteIt(line);
    asking = false;
    if (portal !== line) return;
    if (isDone) {
      stop();
      token.fill(0);
      return ends.done();
    }
    ends.trouble();
    cancel = means.later(AGAIN_MS, () => void ask(ends));
  }

  function stop(): void {
    cancel();
    for (const ref of refs.splice(0)) ref.fill(0);
    portal?.close();
    portal = null;
  }

  return {
    /** What is here goes first, whatever the network does: that much is in our hand. */
    wipe(): void {
      goodbye(parts);
      silence(parts);
      // Out of the keys that are about to be wiped.
      for (const { consentRef } of held.consents.values()) refs.push(Uint8Array.from(consentRef));
      wipeAll(parts);
    },
    /** By a connection of its own, until it is answered. */
    begin(ends: DeletionEnds): void {
      portal = means.openPortal();
      portal.onConnection((connected) => (connected ? void ask(ends) : ends.trouble()));
    },
    /** What whoever leaves now has to leave behind, so that it is deleted all the same. */
    leaver(): Leaver {
      const kept = [...held.consents.values()].map(({ consentRef }) => Uint8Array.from(consentRef));
      const consents = refs.length > 0 ? refs : kept;
      return { mailboxId, token, erase: { last: goodbye(parts), consents } };
    },
    stop,
    /** Nothing can be deleted from here any more. */
    forget(): void {
      stop();
      wipeAll(parts);
      token.fill(0);
    },
  };
}
