import { must } from '../primitives/bad-frame.ts';
import { concat, u32 } from '../primitives/bytes.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import { padTo, unpadFrom } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { SBX_OVERHEAD, sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import { type CapsuleForm, capsuleFormBytes, parseCapsuleForm } from './capsule-form.ts';

const FORM_SIZE = 2048;
/** Every capsule has this size, so that it shows neither form nor name. */
export const CAPSULE_SIZE = FORM_SIZE + SBX_OVERHEAD;

/** Which capsule: where it lies, its key, and its version, from 1 (compare-and-swap). */
export type CapsuleAddress = {
  /** 16 bytes */
  locator: Uint8Array;
  /** 32 bytes */
  capsuleKey: Uint8Array;
  version: number;
};

const keyOf = (a: CapsuleAddress): Uint8Array => kdf(EMPTY, a.capsuleKey, 'capsule', EMPTY, 32);
const adOf = (a: CapsuleAddress): Uint8Array => concat(a.locator, u32(a.version));

/**
 * Seals what a person needs to come back (protocol 2.9). SBX commits to key, locator and
 * version: no ciphertext opens under two codes, at another locator, or as another version.
 * @param random one draw of 24 bytes
 * @returns 2120 bytes
 */
export const sealCapsule = (
  address: CapsuleAddress,
  form: CapsuleForm,
  random: Random,
): Uint8Array =>
  sbxSeal(keyOf(address), adOf(address), padTo(capsuleFormBytes(form), FORM_SIZE), random);

/**
 * Opens a capsule.
 * @throws BadFrame
 */
export function openCapsule(address: CapsuleAddress, capsule: Uint8Array): CapsuleForm {
  must(capsule.length === CAPSULE_SIZE);
  const padded = sbxOpen(keyOf(address), adOf(address), capsule);
  return parseCapsuleForm(unpadFrom(padded, FORM_SIZE));
}
