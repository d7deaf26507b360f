import type { Answer } from '../codes.ts';
import { type MemberId, type ReleaseId, releaseId } from '../ids.ts';
import {
  joinedSignals,
  quarter,
  refHash,
  refHashes,
  releasedFile,
  sha256,
} from '../signal-fields.ts';
import * as z from '../zod.ts';

/** A member who said yes to this content. */
export type ApprovalView = { memberId: MemberId; displayName: string; contentHash: Uint8Array };

/** `joined`: what this member joined as about the same people, sealed for supervisors; null where nothing is kept. */
export type PatternApprovalView = ApprovalView & { joined: Uint8Array | null };

/** Who said yes to what of a quarter that has not left. */
export type PatternView = { quarter: string; approvals: PatternApprovalView[] };

/** What left. `hasFile`: it can still be downloaded. */
export type ReleaseView = {
  releaseId: ReleaseId;
  scope: number;
  day: number;
  /** of a pattern */
  quarter: string | null;
  displayName: string;
  fileHash: Uint8Array;
  hasFile: boolean;
};

/** Namespace `/team`: files that leave, of one case or of the pattern of a quarter. */
export const releaseRequests = {
  /** The file of a case, after two members said yes to this content; the signal goes in the same moment. */
  'release:make': z.strictObject({
    releaseId,
    refHash,
    contentHash: sha256,
    fileHash: sha256,
    file: releasedFile,
  }),
  /** The encrypted file of a release, as long as it is kept. */
  'release:read': z.strictObject({ releaseId }),
  /**
   * Yes to exactly this pattern of a quarter: this content, made of these signals (`pool`), of which these are in
   * a cluster (`placed`), and which of them this member joined as about the same people (`joined`, for supervisors'
   * eyes). A newer yes of the same member replaces it.
   */
  'pattern:approve': z.strictObject({
    quarter,
    contentHash: sha256,
    pool: refHashes,
    placed: refHashes,
    joined: joinedSignals,
  }),
  /** The file of a quarter, after two members said yes to this content; what is in it goes in the same moment. */
  'pattern:release': z.strictObject({
    releaseId,
    quarter,
    contentHash: sha256,
    fileHash: sha256,
    file: releasedFile,
  }),
} as const;

export type ReleaseAnswers = {
  'release:make': Answer;
  'release:read': Answer<{ file: Uint8Array }>;
  'pattern:approve': Answer;
  'pattern:release': Answer;
};
