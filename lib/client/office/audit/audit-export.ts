import { stringify } from 'csv-stringify/browser/esm/sync';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { AuditEntryView } from '#lib/protocol/audit.ts';

/** The day as people and programs write it, `2026-11-28`. */
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const rowOf = ({ n, day, displayName, actor, action, ...entry }: AuditEntryView) => ({
  ...{ n, date: dateOf(day), day, who: displayName, actor, action },
  about: entry.about?.ref ?? '',
  salt: entry.about ? toHex(entry.about.salt) : '',
  refCommit: toHex(entry.refCommit),
  prev: toHex(entry.prev),
  hash: toHex(entry.hash),
});

/** How anybody with SHA-512 checks the chain; stands in the file itself. */
const how = {
  hash: 'first 32 bytes of SHA-512(UTF-8("havre/v1/audit") || UTF-8(text) || prev), text = JSON.stringify([organisationId, n, day, actor, action, refCommit as hex])',
  refCommit:
    'first 32 bytes of SHA-512(salt || UTF-8(about)); about and salt may have been deleted',
  day: 'whole days since 1970-01-01 UTC',
};

/** Everything of the log, with what is needed to check it elsewhere. */
export const auditJson = (organisationId: string, entries: readonly AuditEntryView[]): string =>
  `${JSON.stringify({ organisationId, how, entries: entries.map(rowOf) }, null, 2)}\n`;

/** The same as a table: RFC 4180, and no cell that a spreadsheet would take for a formula. */
export const auditCsv = (entries: readonly AuditEntryView[]): string =>
  stringify(entries.map(rowOf), {
    header: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
  });

/** An address that saves a text as a file; made here, sent nowhere. */
export function fileAddress(type: 'application/json' | 'text/csv', text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:${type};base64,${btoa(binary)}`;
}
