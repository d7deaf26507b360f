import {
  AUDIT_LABEL,
  type AuditEntryView,
  type AuditLink,
  auditText,
} from '#lib/protocol/audit.ts';
import { concat, equalBytes, utf8 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';

/** `broken`: the first entry that does not hold, by its number. */
export type ChainCheck =
  | { ok: true; count: number; head: Uint8Array | null }
  | { ok: false; broken: number };

/** The hash of an entry of the audit log, 32 bytes (reading l). */
export const auditHash = (organisationId: string, link: AuditLink): Uint8Array =>
  h32(concat(utf8(AUDIT_LABEL), utf8(auditText(organisationId, link)), link.prev));

const isCommitted = ({ about, refCommit }: AuditEntryView): boolean =>
  about === null || equalBytes(h32(concat(about.salt, utf8(about.ref))), refCommit);

/**
 * Computes the chain of a log again: every number follows the one before, every hash covers its entry and the
 * hash before, and what an entry was about, where it still stands, is what was committed to. The front may be
 * missing, since old entries leave; a log that begins at 1 begins behind zeros. Cannot see that the newest
 * entries are missing, or that a server wrote everything anew: for that, compare the head with an older export.
 */
export function checkAuditChain(
  organisationId: string,
  entries: readonly AuditEntryView[],
): ChainCheck {
  let [n, prev] = [entries[0]?.n ?? 1, entries[0]?.prev ?? new Uint8Array(32)];
  if (n === 1) prev = new Uint8Array(32);
  for (const entry of entries) {
    const holds =
      entry.n === n &&
      equalBytes(entry.prev, prev) &&
      equalBytes(entry.hash, auditHash(organisationId, entry)) &&
      isCommitted(entry);
    if (!holds) return { ok: false, broken: n };
    n += 1;
    prev = entry.hash;
  }
  return { ok: true, count: entries.length, head: entries.length === 0 ? null : prev };
}
