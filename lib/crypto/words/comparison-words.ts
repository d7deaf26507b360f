import { concat, utf8 } from '../primitives/bytes.ts';
import { sha512 } from '../primitives/hash.ts';
import { PROTOCOL } from '../primitives/kdf.ts';
import { type WordLanguage, wordsAt } from './code-words.ts';
import { numberOf, placesOf } from './word-bits.ts';

/** One of a member's two public identities: id of 16 bytes, DS and DA of 32. */
export type PublicIdentity = {
  deviceId: Uint8Array;
  signingKey: Uint8Array;
  dhKey: Uint8Array;
};

/** What a new member and a supervisor make sure they both see the same of. */
export type NewMember = {
  /** 16 bytes */
  orgId: Uint8Array;
  counsellor: PublicIdentity;
  keyOfficer: PublicIdentity;
};

/** Five words of eleven bits: a server that swaps keys has to find 2^55 of them. */
export const COMPARISON_WORDS = 5;

const identityBytes = (i: PublicIdentity): Uint8Array => concat(i.deviceId, i.signingKey, i.dhKey);

/**
 * The five words that a new member reads out and a supervisor compares before approving
 * (reading d): the first 55 bits of
 * `SHA-512("HAVRE-V1/member" || orgId16 || counsellor 80 || key officer 80)`, where an identity
 * is `deviceId16 || DS32 || DA32`.
 */
export function comparisonWords(member: NewMember, language: WordLanguage): readonly string[] {
  const { orgId, counsellor, keyOfficer } = member;
  const hash = sha512(
    concat(utf8(`${PROTOCOL}/member`), orgId, identityBytes(counsellor), identityBytes(keyOfficer)),
  );
  // 56 bits, the last one dropped.
  return wordsAt(placesOf(numberOf(hash.slice(0, 7)) >> 1n, COMPARISON_WORDS), language);
}
