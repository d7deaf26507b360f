import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from '#lib/crypto/primitives/bytes.ts';
import type { CheckedConsent } from './consent-check.ts';

/** What happened to a consent, and in which month. */
export type ConsentEvent = { type: 'given' | 'refined' | 'withdrawn'; month: string };

/** What the consent itself does not say. */
export type RecordContext = {
  organisation: string;
  events: readonly ConsentEvent[];
  /** who looked a second time, where the age asks for it */
  secondDecision: 'none' | 'counsellor' | 'supervisor';
};

/** A profile of ISO/IEC TS 27560:2023. Neither hashed nor signed: the signed body is the proof. */
export type ConsentRecord = {
  schema_version: 'havre-consent-record-1';
  record_id: string;
  pii_controller: string;
  /** Version and SHA-256 are null at a desk: it never had the text. The signed SHA-512 stands for it. */
  notice: {
    id: string;
    version: string | null;
    sha256: string | null;
    sha512: string;
    language: string;
  };
  purpose: 'share_coded_signal_with_police';
  lawful_basis: 'consent';
  scope: 'pattern' | 'case';
  content_sha512_256: string;
  recipients: readonly string[];
  retention: 'until_released_or_expired';
  withdrawal: { method: 'in_the_chat_or_by_five_words'; valid_until_month: string };
  age_band: string;
  second_decision: 'none' | 'counsellor' | 'supervisor';
  events: readonly ConsentEvent[];
};

/** `2026-11` of a day since 1970: a record never has an exact day. */
export const monthOf = (day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 7);

function noticeRecord({ notice, body }: CheckedConsent): ConsentRecord['notice'] {
  const { id, version, text } = notice;
  const sha256Of = (shown: string) => toHex(sha256(utf8(shown.normalize('NFC'))));
  return {
    ...{ id, version, sha256: text === null ? null : sha256Of(text) },
    ...{ sha512: toHex(body.noticeHash), language: body.lang },
  };
}

/**
 * The consent as a record that others can read, made from the binary body after its signature,
 * its text and its recipients were checked.
 */
export const consentRecord = (consent: CheckedConsent, context: RecordContext): ConsentRecord => ({
  schema_version: 'havre-consent-record-1',
  record_id: toHex(consent.body.consentRef),
  pii_controller: context.organisation,
  notice: noticeRecord(consent),
  purpose: 'share_coded_signal_with_police',
  lawful_basis: 'consent',
  scope: consent.scope,
  content_sha512_256: toHex(consent.body.signalHash),
  recipients: consent.named.map(({ name }) => name),
  retention: 'until_released_or_expired',
  withdrawal: {
    method: 'in_the_chat_or_by_five_words',
    valid_until_month: monthOf(consent.body.untilDay),
  },
  age_band: consent.signal.age_band ?? 'unknown',
  second_decision: context.secondDecision,
  events: context.events,
});
