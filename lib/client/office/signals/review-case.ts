import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { canonicalJson, type Json } from '#lib/crypto/primitives/canonical-json.ts';
import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import type { StoredSignal } from '#lib/protocol/team/signal-events.ts';
import { checkClass, type EstimateRow } from '#lib/signals/class-check.ts';
import type { CheckedConsent } from '#lib/signals/consent-check.ts';
import { DEMO_ESTIMATES, ESTIMATES } from '#lib/signals/estimates.ts';
import type { ReleaseContent } from '#lib/signals/file/content.ts';
import { type Coarsening, generaliseCase, type HeldSignals } from '#lib/signals/release/case.ts';

/** What a supervisor looks at before a case may leave. */
export type CaseReview = {
  class: ReturnType<typeof checkClass>;
  coarsened: readonly Coarsening[];
  content: ReleaseContent;
  /** What two people say yes to: the content without its day, keyed (see `contentHashOf`). */
  contentHash: Uint8Array;
};

/**
 * HMAC-SHA-256 of a content under the signature of its consent. A case is a handful of codes, so a bare hash of
 * it could be guessed by whoever has the database. The signature stands inside the seal alone, and is the same
 * for every supervisor who opens it.
 */
const contentHashOf = (content: Json, signature: Uint8Array): Uint8Array =>
  hmac(sha256, signature, utf8(canonicalJson(content)));

export const estimatesOf = (isDemo: boolean): readonly EstimateRow[] =>
  isDemo ? DEMO_ESTIMATES : ESTIMATES;

/**
 * @param signature of the consent, 64 bytes
 * @param held all signals of the organisation that this browser could open, this one among them
 * @param day of the release, `2026-11-24`
 */
export function reviewCase(
  consent: CheckedConsent,
  signature: Uint8Array,
  held: HeldSignals,
  { name, signals }: Pick<SiteSettings, 'name' | 'signals'>,
  { isDemo, isSynthetic, day }: { isDemo: boolean; isSynthetic: boolean; day: string },
): CaseReview | null {
  if (!signals) return null;
  const { kCase, coolingOffMinutes } = signals.settings;
  const { signal, coarsened } = generaliseCase(consent.signal, held);
  const content: ReleaseContent = {
    kind: 'case',
    organisation: name,
    recipients: consent.recipients.map((one) => one.name),
    day,
    rules: { kCase, coolingOffMinutes },
    consents: 1,
    signal,
    // In a demo even a case that somebody talked about rests on estimates that were invented.
    ...(isDemo || isSynthetic ? { synthetic: true } : {}),
  };
  const { day: _day, ...lasting } = content;
  return {
    class: checkClass(consent.signal, estimatesOf(isDemo), kCase, isDemo),
    coarsened,
    content,
    contentHash: contentHashOf(lasting as unknown as Json, signature),
  };
}

/** Who said yes to exactly this content. */
export const approvalsOf = (
  { approvals }: StoredSignal,
  { contentHash }: Pick<CaseReview, 'contentHash'>,
): StoredSignal['approvals'] => approvals.filter((one) => equalBytes(one.contentHash, contentHash));
