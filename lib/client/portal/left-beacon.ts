import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import { toBase64url } from './base64url.ts';

/** Who leaves, and the proof that the mailbox is theirs. */
export type Leaver = {
  mailboxId: MailboxId;
  /** 32 bytes */
  token: Uint8Array;
  /** Everything was being deleted: then all of it goes. `last` is the sealed DELETE. */
  erase: { last: Frame | null } | null;
};

const eraseFields = ({ last }: { last: Frame | null }) =>
  last ? { last: { frameId: last.frameId, blob: toBase64url(last.blob) } } : {};

/**
 * Tells the server, while the page goes away, that the person left quickly. Id and token travel in the
 * body, never in an address, where logs would keep them. Never waits, and nobody learns if it failed.
 */
export function sendLeftBeacon({ mailboxId, token, erase }: Leaver): void {
  const body = {
    mailboxId,
    token: toBase64url(token),
    ...(erase ? { erase: eraseFields(erase) } : {}),
  };
  navigator.sendBeacon('/left', JSON.stringify(body));
}
