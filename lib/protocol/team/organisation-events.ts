import type { AuditEntryView } from '../audit.ts';
import { bytes } from '../bytes-fields.ts';
import type { Answer } from '../codes.ts';
import { type Duty, longestReachable } from '../duty.ts';
import type { MemberId } from '../ids.ts';
import { type SignalTerms, signalTerms } from '../signal-terms.ts';
import * as z from '../zod.ts';
import { entryBytes, n } from './fields.ts';

/** What waits for a second supervisor. `day`: days since 1970. */
export type TermsProposal = {
  memberId: MemberId;
  displayName: string;
  day: number;
  terms: SignalTerms;
};

/**
 * A signed public record as it stood in `/site.bin` before units or settings of signals changed: own ones, and
 * those of organisations that passed signals on to us.
 */
export type EarlierRecordView = { siteEntry: Uint8Array; adminCert: Uint8Array };

/** Namespace `/team`: what an organisation says of itself, whether it can be written to, and its log. */
export const organisationRequests = {
  /** Police units and settings of signals, for a second supervisor to confirm by publishing them. */
  'terms:propose': z.strictObject({ terms: signalTerms }),
  /** What waits for a second supervisor, and what was in force before. */
  'terms:read': z.strictObject({}),
  /** Takes a proposal away: one's own, or a colleague's that nobody should confirm. */
  'terms:drop': z.strictObject({}),
  /** Who of the staff did what, from entry `from` on, oldest first; empty: there is no more. */
  'audit:read': z.strictObject({ from: n }),
  /** Whether people can write to us now, and if not, who is missing. */
  'duty:read': z.strictObject({}),
  /** A supervisor can be called for so many minutes from now; 0 takes it back. */
  'duty:reachable': z.strictObject({ minutes: z.int().check(z.gte(0), z.lte(longestReachable)) }),
  /** A newer signed public record of the organisation (name, languages, hours). */
  'organisation:publish': z.strictObject({ siteEntry: bytes(100, 32768), adminCert: entryBytes }),
  /** The desk is open on this browser, said each time it connects: its counsellor is there for people. */
  'desk:open': z.strictObject({}),
} as const;

export type OrganisationAnswers = {
  'terms:propose': Answer;
  'terms:read': Answer<{ proposal: TermsProposal | null; earlier: EarlierRecordView[] }>;
  'terms:drop': Answer;
  'audit:read': Answer<{ entries: AuditEntryView[] }>;
  'duty:read': Answer<Duty>;
  'duty:reachable': Answer;
  'organisation:publish': Answer;
  'desk:open': Answer;
};

/** Facts for everyone of the organisation, unless it says for whom. */
export type OrganisationFacts = {
  /** A newer public record: everyone's desk follows the hours of now. */
  'organisation:published': (fact: Record<string, never>) => void;
  'duty:changed': (duty: Duty) => void;
  /** Only supervisors: units or settings of signals were proposed, confirmed or taken away. */
  'terms:changed': (fact: Record<string, never>) => void;
};
