import { hex } from './byte-reader.ts';

/** What the log of an organisation knows. A name here stays: stored entries carry it. */
export const auditActions = [
  'terms.proposed',
  'terms.dropped',
  'terms.confirmed',
  'terms.refused',
  'signal.approved',
  'signal.released',
  'signal.forwarded',
  'pattern.approved',
  'pattern.released',
  'approval.refused',
  'release.refused',
  'look.confirmed',
  'invitation.made',
  'invitation.withdrawn',
  'member.approved',
  'member.suspended',
  'renewal.begun',
  'renewal.withdrawn',
  'renewal.used',
  'organisation.founded',
  'record.published',
  'hours.by_hand',
  'keys.replaced',
  'admin.certified',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** "Who did what" on a day (since 1970), as it is chained: each holds the hash of the one before. */
export type AuditLink = {
  n: number;
  day: number;
  /** memberId of who did it */
  actor: string;
  action: string;
  /** H32(salt || ref): what it was about can be deleted, and the chain still holds */
  refCommit: Uint8Array;
  prev: Uint8Array;
};

/** An entry as a supervisor reads it; `about` is null once it was deleted. */
export type AuditEntryView = AuditLink & {
  hash: Uint8Array;
  displayName: string;
  about: { salt: Uint8Array; ref: string } | null;
};

/** First bytes of what an entry's hash covers. */
export const AUDIT_LABEL = 'havre/v1/audit';

/** The text of an entry that its hash covers, between the label and the hash before. */
export const auditText = (
  organisationId: string,
  { n, day, actor, action, refCommit }: AuditLink,
): string => JSON.stringify([organisationId, n, day, actor, action, hex(refCommit)]);
