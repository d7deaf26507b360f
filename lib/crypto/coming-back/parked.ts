import { BadFrame, must } from '../primitives/bad-frame.ts';
import { concat, equalBytes } from '../primitives/bytes.ts';
import { pad, unpad } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { unlessRefused } from '../primitives/refusal.ts';
import { seal, unseal } from '../primitives/seal.ts';
import { xWingKeys } from '../primitives/x-wing.ts';

/** `ver=01 type=04 u16 0` (reading 7). */
const HEADER = Uint8Array.of(1, 4, 0, 0);

const infoOf = (mailboxId: Uint8Array): Uint8Array => concat(HEADER, mailboxId);

/**
 * A message for a person who is away: `hdr | SEAL(VK.pk, hdr || mailboxId16, pad(inner), RS)`.
 * @param parkKey VK.pk, 1216 bytes, which the server never sees
 * @param resumeSecret RS, 32 bytes: without it the server could park messages of its own
 * @param inner byte for byte that of the live message if it repeats one
 * @param random draws 64, then 24 bytes
 * @throws BadFrame for a bad key or an inner that is too long
 */
export const parkMessage = (
  parkKey: Uint8Array,
  mailboxId: Uint8Array,
  resumeSecret: Uint8Array,
  inner: Uint8Array,
  random: Random,
): Uint8Array => concat(HEADER, seal(parkKey, infoOf(mailboxId), pad(inner), random, resumeSecret));

/**
 * The inner of a parked message.
 * @param parkSeeds VK seeds: the current, then the previous while the capsule keeps it (reading 5)
 * @throws BadFrame
 */
export function openParked(
  parkSeeds: readonly Uint8Array[],
  mailboxId: Uint8Array,
  resumeSecret: Uint8Array,
  frame: Uint8Array,
): Uint8Array {
  must(equalBytes(frame.slice(0, HEADER.length), HEADER));
  const box = frame.slice(HEADER.length);
  for (const seed of parkSeeds) {
    const padded = unlessRefused(() =>
      unseal(xWingKeys(seed), infoOf(mailboxId), box, resumeSecret),
    );
    if (padded) return unpad(padded);
  }
  throw new BadFrame();
}
