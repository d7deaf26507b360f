import {
  CONSENT_BODY,
  CONSENT_SCOPE,
  type SignedConsent,
  signedConsentBytes,
} from '#lib/crypto/consent/consent.ts';
import { concat, fromUtf8, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { canonicalJson, type Json } from '#lib/crypto/primitives/canonical-json.ts';
import * as z from '#lib/protocol/zod.ts';
import type { Scope } from './fields.ts';
import { parseSignal, type Signal } from './signal.ts';

const day = z.int().check(z.gte(0), z.lte(1_000_000));
const scope = z.enum(['pattern', 'case']);
/** A unit of the police as it stands on the card. */
const recipient = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  key: z.string().check(z.minLength(1), z.maxLength(200)),
});

const proposalSchema = z.strictObject({
  scope,
  signal: z.unknown(),
  recipients: z.array(recipient).check(z.minLength(1), z.maxLength(20)),
  notBeforeDay: day,
  lastTakeBackDay: day,
  untilDay: day,
});

/** What a counsellor proposes: kind 20 from the counsellor. Days since 1970. */
export type SignalProposal = Omit<z.infer<typeof proposalSchema>, 'signal'> & { signal: Signal };

/**
 * What the person says to it: kind 21, in one message, so that nothing of it can arrive half. A "yes" is the
 * signed consent with the signal as the person changed it; the others are two bytes.
 */
export type ProposalAnswer =
  | { answer: 'yes'; grant: Uint8Array; signalJcs: Uint8Array }
  | { answer: 'no' | 'later'; scope: Scope };

/** Bytes of a signed consent: key, body, signature. */
const GRANT = 32 + CONSENT_BODY + 64;

const bytesOf = (value: unknown): Uint8Array => utf8(canonicalJson(value as Json));

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    return null;
  }
}

/** Body of kind 20, from the counsellor. */
export const proposalBytes = (proposal: SignalProposal): Uint8Array => bytesOf(proposal);

/** Reads a proposal. @returns null for anything that is not codes only, or whose days do not fit */
export function readProposal(bytes: Uint8Array): SignalProposal | null {
  const parsed = proposalSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) return null;
  const read = parseSignal(parsed.data.signal, parsed.data.scope);
  const { notBeforeDay, lastTakeBackDay, untilDay } = parsed.data;
  const isOrdered = lastTakeBackDay <= untilDay && notBeforeDay <= untilDay;
  return read.ok && isOrdered ? { ...parsed.data, signal: read.signal } : null;
}

/** Body of kind 21: an answer that shares nothing. */
export const declineBytes = (scope: Scope, answer: 'no' | 'later'): Uint8Array =>
  Uint8Array.of(CONSENT_SCOPE[scope], answer === 'no' ? 0 : 1);

/** Body of kind 21: the signed consent, and the very signal that it covers. */
export const grantBytes = (consent: SignedConsent, signalJcs: Uint8Array): Uint8Array =>
  concat(signedConsentBytes(consent), signalJcs);

/** Takes an answer apart; nothing of a "yes" is checked yet. @returns null for anything else */
export function readAnswer(bytes: Uint8Array): ProposalAnswer | null {
  if (bytes.length > GRANT)
    return { answer: 'yes', grant: bytes.subarray(0, GRANT), signalJcs: bytes.subarray(GRANT) };
  const [bits, what] = bytes;
  const scope = bits === CONSENT_SCOPE.case ? 'case' : 'pattern';
  if (bytes.length !== 2 || bits !== CONSENT_SCOPE[scope]) return null;
  if (what !== 0 && what !== 1) return null;
  return { answer: what === 0 ? 'no' : 'later', scope };
}
