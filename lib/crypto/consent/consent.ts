import { must } from '../primitives/bad-frame.ts';
import { concat, fromUtf8, lp, reader, u8, u32, utf8 } from '../primitives/bytes.ts';
import { h32, sha512 } from '../primitives/hash.ts';
import { kdf } from '../primitives/kdf.ts';
import { sign, signingPublicKey } from '../primitives/signature.ts';
import { verifySignature } from '../verify.ts';

/** What a consent is for (reading 36). */
export const CONSENT_SCOPE = { case: 1, pattern: 2 } as const;
const ALL_SCOPES = CONSENT_SCOPE.case | CONSENT_SCOPE.pattern;

/** Bytes of a consent body. */
export const CONSENT_BODY = 206;

/** What a person agrees to (protocol 2.12, decision 11). Hashes say what was on the screen. */
export type ConsentBody = {
  /** two lower-case ASCII letters */
  lang: string;
  /** SHA-512 of the notice, 64 bytes */
  noticeHash: Uint8Array;
  /** 16 bytes each; the reference comes from the withdrawal words (reading i) */
  orgId: Uint8Array;
  consentRef: Uint8Array;
  /** days since 1970 */
  day: number;
  /** sum of CONSENT_SCOPE bits */
  scope: number;
  untilDay: number;
  /** H32 of the signal in RFC 8785 form */
  signalHash: Uint8Array;
  /** H32 of names and keys of those who receive it */
  recipientsHash: Uint8Array;
  /** ties it to this session for the two parties; means nothing to others */
  binding: Uint8Array;
};

/** SHA-512 of the notice as shown, in NFC. */
export const noticeHashOf = (notice: string): Uint8Array => sha512(utf8(notice.normalize('NFC')));

/** A recipient as the person sees it: name and public key as text. */
export type Recipient = { name: string; key: string };

/** `H32(count u8 || for each, in the order shown: lp(name) || lp(key))` (reading 36). */
export const recipientsHashOf = (recipients: readonly Recipient[]): Uint8Array =>
  h32(
    concat(
      u8(recipients.length),
      ...recipients.flatMap(({ name, key }) => [lp(utf8(name)), lp(utf8(key))]),
    ),
  );

/** `KDF("", RS, "consent", consentRef, 32)`. */
export const consentBinding = (resumeSecret: Uint8Array, consentRef: Uint8Array): Uint8Array =>
  kdf(new Uint8Array(0), resumeSecret, 'consent', consentRef, 32);

/** The 206 bytes that are signed. */
export const consentBodyBytes = (b: ConsentBody): Uint8Array =>
  concat(
    utf8(b.lang),
    b.noticeHash,
    b.orgId,
    b.consentRef,
    u32(b.day),
    u32(b.scope),
    u32(b.untilDay),
    b.signalHash,
    b.recipientsHash,
    b.binding,
  );

/**
 * Reads a consent body.
 * @throws BadFrame
 */
export function parseConsentBody(bytes: Uint8Array): ConsentBody {
  const r = reader(bytes);
  const lang = fromUtf8(r.take(2));
  const noticeHash = r.take(64);
  const ids = { orgId: r.take(16), consentRef: r.take(16) };
  const terms = { day: r.u32(), scope: r.u32(), untilDay: r.u32() };
  const hashes = { signalHash: r.take(32), recipientsHash: r.take(32), binding: r.take(32) };
  r.end();
  must(/^[a-z]{2}$/.test(lang) && terms.untilDay >= terms.day);
  must(terms.scope > 0 && terms.scope <= ALL_SCOPES);
  return { lang, noticeHash, ...ids, ...terms, ...hashes };
}

/** A consent with the key made for it alone and its signature: the body of kind 21. */
export type SignedConsent = {
  /** Ed25519, 32 bytes */
  publicKey: Uint8Array;
  /** 206 bytes */
  body: Uint8Array;
  /** 64 bytes */
  signature: Uint8Array;
};

/**
 * Signs a consent: the one deliberate exception to deniability.
 * @param seed 32 fresh random bytes, used for this consent and its withdrawal only
 */
export function signConsent(body: ConsentBody, seed: Uint8Array): SignedConsent {
  const bytes = consentBodyBytes(body);
  parseConsentBody(bytes);
  return {
    publicKey: signingPublicKey(seed),
    body: bytes,
    signature: sign('consent', seed, bytes),
  };
}

/** `pk32 | body206 | sig64`. */
export const signedConsentBytes = (c: SignedConsent): Uint8Array =>
  concat(c.publicKey, c.body, c.signature);

/**
 * Refuses unless the key signed this body as a consent.
 * @throws BadFrame
 */
export function checkConsent(c: SignedConsent): ConsentBody {
  const body = parseConsentBody(c.body);
  must(verifySignature('consent', c.publicKey, c.body, c.signature));
  return body;
}

/**
 * Reads kind 21 and checks its signature. Whether it says what was on the screen is for the
 * caller to compare.
 * @throws BadFrame
 */
export function openConsent(bytes: Uint8Array): SignedConsent & { fields: ConsentBody } {
  const r = reader(bytes);
  const signed = { publicKey: r.take(32), body: r.take(CONSENT_BODY), signature: r.take(64) };
  r.end();
  return { ...signed, fields: checkConsent(signed) };
}
