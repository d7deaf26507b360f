import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import { toBase64url } from './base64url.ts';

/** Who leaves, and the proof that the mailbox is theirs. */
export type Leaver = {
  mailboxId: MailboxId;
  /** 32 bytes */
  token: Uint8Array;
  /** Everything was being deleted: then all of it goes. */
  erase: UnfinishedErasure | null;
  /** The page was closed, not left by the exit: the chat ends, and nobody is warned. */
  closed?: true;
};

/** What whoever leaves while everything is being deleted leaves behind. */
export type UnfinishedErasure = {
  /** the sealed DELETE */
  last: Frame | null;
  /** references of consents, 16 bytes each: they are taken back first */
  consents: readonly Uint8Array[];
};

const eraseFields = ({ last, consents }: UnfinishedErasure) => ({
  ...(last ? { last: { frameId: last.frameId, blob: toBase64url(last.blob) } } : {}),
  ...(consents.length > 0 ? { consents: consents.map(toBase64url) } : {}),
});

/**
 * What tells the server, while the page goes away, that the person left quickly. Id and token travel in the
 * body, never in an address, where logs would keep them. Never waits, and nobody learns if it failed.
 * @returns sends it, as often as it is called; it holds what it sends and nothing else, whatever is wiped
 */
export function leftBeacon({ mailboxId, token, erase, closed }: Leaver): () => void {
  const body = JSON.stringify({
    mailboxId,
    closed,
    token: toBase64url(token),
    ...(erase ? { erase: eraseFields(erase) } : {}),
  });
  return () => void navigator.sendBeacon('/left', body);
}
