import { EMPTY, kdf } from '../primitives/kdf.ts';
import { padTo, unpadFrom } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';

const SIZE = 4096;

const keyOf = (csk: Uint8Array, mailboxId: Uint8Array): Uint8Array =>
  kdf(EMPTY, csk, 'margin', mailboxId, 32);

/**
 * What a counsellor keeps beside a conversation, for themselves: `SBX(KDF("", CSK, "margin", mailboxId16, 32),
 * AD = mailboxId16, padded to 4096)`. Ours; the protocol has no such thing. It carries no number: a server
 * that gives back an older one is not noticed.
 * @param csk the key of this conversation, 32 bytes
 * @param random one draw of 24 bytes
 * @throws BadFrame for more than 4,095 bytes
 */
export const sealMargin = (
  csk: Uint8Array,
  mailboxId: Uint8Array,
  plain: Uint8Array,
  random: Random,
): Uint8Array => sbxSeal(keyOf(csk, mailboxId), mailboxId, padTo(plain, SIZE), random);

/** Undoes `sealMargin`. @throws BadFrame for one of another conversation or key */
export const openMargin = (csk: Uint8Array, mailboxId: Uint8Array, blob: Uint8Array): Uint8Array =>
  unpadFrom(sbxOpen(keyOf(csk, mailboxId), mailboxId, blob), SIZE);
