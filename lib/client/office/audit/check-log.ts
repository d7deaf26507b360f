import { checkAuditChain } from '#lib/crypto/organisation/audit-chain.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { AuditEntryView } from '#lib/protocol/audit.ts';

export type LogCheck =
  | { kind: 'holds'; count: number; head: string }
  | { kind: 'broken'; n: number }
  | { kind: 'empty' };

/** Computes the chain again, here, out of what the server sent. */
export function checkLog(organisationId: string, entries: readonly AuditEntryView[]): LogCheck {
  const check = checkAuditChain(organisationId, entries);
  if (!check.ok) return { kind: 'broken', n: check.broken };
  if (check.head === null) return { kind: 'empty' };
  return { kind: 'holds', count: check.count, head: toHex(check.head) };
}
