import type { VaultIdentity } from '#lib/crypto/account/vault-content.ts';
import { must } from '#lib/crypto/primitives/bad-frame.ts';
import { concat, type Reader, reader, u8 } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import { signingPublicKey } from '#lib/crypto/primitives/signature.ts';
import { keyPair } from '#lib/crypto/primitives/x25519.ts';
import type { NewMember, PublicIdentity } from '#lib/crypto/words/comparison-words.ts';

/** One identity, public, with the id of the person behind it (its counsellorId, 16 bytes). */
export type MemberPart = PublicIdentity & { counsellorId: Uint8Array };

/** What waits on the server until a supervisor compared five words with it. */
export type MemberIdentity = NewMember & { counsellor: MemberPart; keyOfficer: MemberPart };

/** A new identity. @param random draws 16, 16, 32, 32 bytes */
export const newIdentity = (random: Random): VaultIdentity => ({
  deviceId: random(16),
  counsellorId: random(16),
  signingSeed: random(32),
  dhSecret: random(32),
});

/** The public half of an identity. */
export const publicPart = (identity: VaultIdentity): MemberPart => ({
  deviceId: identity.deviceId,
  counsellorId: identity.counsellorId,
  signingKey: signingPublicKey(identity.signingSeed),
  dhKey: keyPair(identity.dhSecret).publicKey,
});

const partBytes = (part: MemberPart): Uint8Array =>
  concat(part.deviceId, part.counsellorId, part.signingKey, part.dhKey);

const readPart = (r: Reader): MemberPart => ({
  deviceId: r.take(16),
  counsellorId: r.take(16),
  signingKey: r.take(32),
  dhKey: r.take(32),
});

/** `01 | orgId16 | counsellor 96 | key officer 96`, each `deviceId16 counsellorId16 DS32 DA32`. */
export const identityBytes = (member: MemberIdentity): Uint8Array =>
  concat(u8(1), member.orgId, partBytes(member.counsellor), partBytes(member.keyOfficer));

/**
 * Reads what `identityBytes` wrote.
 * @throws BadFrame
 */
export function parseIdentity(bytes: Uint8Array): MemberIdentity {
  const r = reader(bytes);
  must(r.u8() === 1);
  const member = { orgId: r.take(16), counsellor: readPart(r), keyOfficer: readPart(r) };
  r.end();
  return member;
}
