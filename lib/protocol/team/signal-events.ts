import type { Answer } from '../codes.ts';
import type { OrganisationId } from '../ids.ts';
import { bodyHash, refHash, sealedSignal, sha256, signalScope } from '../signal-fields.ts';
import * as z from '../zod.ts';
import { epoch } from './fields.ts';
import type { ApprovalView, PatternView, ReleaseView } from './release-events.ts';

/** A sealed signal as the server holds it. `day`: days since 1970. */
export type StoredSignal = {
  refHash: Uint8Array;
  /** What the person's own connection registered for this reference; null when nothing is (any more). */
  bodyHash: Uint8Array | null;
  scope: number;
  epoch: number;
  day: number;
  blob: Uint8Array;
  /** Who passed it on to us, their desk; null for an own one. */
  originId: OrganisationId | null;
  /** An own one that our desk has too. */
  isForwarded: boolean;
  approvals: ApprovalView[];
};

/** Namespace `/team`: sealed signals, and the two people who say yes. */
export const signalRequests = {
  /** A signal and its consent, sealed to the release key `epoch`; refused unless the consent is registered. */
  'signal:store': z.strictObject({
    refHash,
    bodyHash,
    scope: signalScope,
    epoch,
    blob: sealedSignal,
  }),
  /** Sealed signals, who approved what of them, and what left. */
  'signals:read': z.strictObject({}),
  /** Yes to exactly this content; a newer yes of the same member replaces it. */
  'signals:approve': z.strictObject({ refHash, contentHash: sha256 }),
  /** Directory and public record of the organisation that is our desk, to find its release key in it. */
  'desk:read': z.strictObject({}),
  /** An own pattern signal that a supervisor looked at, sealed to the release key `epoch` of our desk. */
  'signal:forward': z.strictObject({ refHash, epoch, blob: sealedSignal }),
} as const;

export type SignalAnswers = {
  'signal:store': Answer;
  'signals:read': Answer<{
    signals: StoredSignal[];
    releases: ReleaseView[];
    patterns: PatternView[];
  }>;
  'signals:approve': Answer;
  'desk:read': Answer<{ entries: Uint8Array[]; siteEntry: Uint8Array; adminCert: Uint8Array }>;
  'signal:forward': Answer;
};

/** Facts for everyone of the organisation, unless it says for whom. */
export type SignalFacts = {
  /** Only supervisors: sealed signals came or were taken back; read them again. */
  'signal:changed': (fact: Record<string, never>) => void;
};
