import type { MailboxId } from '#lib/protocol/ids.ts';

/**
 * Tells the server, while the page goes away, that the person left quickly. Id and token travel in the
 * body, never in an address, where logs would keep them. Never waits, and nobody learns if it failed.
 * @param tokenB64 the mailbox token as unpadded base64url.
 */
export function sendLeftBeacon(mailboxId: MailboxId, tokenB64: string): void {
  navigator.sendBeacon('/left', JSON.stringify({ mailboxId, token: tokenB64 }));
}
