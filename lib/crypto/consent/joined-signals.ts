import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, fromHex, reader, toHex, u16, u32, utf8 } from '../primitives/bytes.ts';
import { EMPTY, kdf, PROTOCOL } from '../primitives/kdf.ts';
import { padTo, unpadFrom } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { seal, unseal } from '../primitives/seal.ts';
import { xWingKeys } from '../primitives/x-wing.ts';

/** Bytes of a reference's hash that name a signal here: so many that all of a pool fit one event beside it. */
export const MARK = 12;

/** Sizes that a padded list may have: the first holds what people join by hand, and nothing joined weighs the same. */
const STEPS = [2048, 16384] as const;

/** Whose approval of what the list belongs to; ids of 16 bytes. */
export type JoinedSubject = {
  orgId: Uint8Array;
  teamId: Uint8Array;
  /** who joined them */
  memberId: Uint8Array;
  /** `2026-Q3` */
  quarter: string;
  /** of the approval that it goes with, 32 bytes */
  contentHash: Uint8Array;
};

/** Signals that are about the same people, by the hash of their reference or its first MARK bytes, group by group. */
export type JoinedGroups = readonly (readonly Uint8Array[])[];

const infoOf = (s: JoinedSubject, epoch: number): Uint8Array =>
  concat(
    ...[utf8(`${PROTOCOL}/joins\0`), s.orgId, s.teamId, u32(epoch)],
    ...[s.memberId, s.contentHash, utf8(s.quarter)],
  );

/** Out of the seed, which supervisors hold: the public key and the references are known to the server. */
const pskOf = (seed: Uint8Array, info: Uint8Array): Uint8Array =>
  kdf(EMPTY, seed, 'joins', info, 32);

/** One list has one encoding, in whichever order it was said. */
function encoded(groups: JoinedGroups): Uint8Array {
  const parts = groups
    .map((group) => [...new Set(group.map((ref) => toHex(ref.slice(0, MARK))))].sort())
    .filter(({ length }) => length > 1)
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map((marks) => concat(u16(marks.length), ...marks.map(fromHex)));
  const plain = concat(u16(parts.length), ...parts);
  const size = STEPS.find((step) => plain.length < step);
  must(size !== undefined);
  return padTo(plain, size);
}

/**
 * Seals what a supervisor joined as about the same people, for the supervisors of the organisation (ours).
 * @param key number and seed of the release key
 * @param groups no signal in two of them; a group of one is left out
 * @param random draws 64, then 24 bytes
 * @throws BadFrame for more than fit
 */
export function sealJoined(
  { epoch, seed }: { epoch: number; seed: Uint8Array },
  subject: JoinedSubject,
  groups: JoinedGroups,
  random: Random,
): Uint8Array {
  const info = infoOf(subject, epoch);
  const { publicKey } = xWingKeys(seed);
  const box = seal(publicKey, info, encoded(groups), random, pskOf(seed, info));
  return concat(u32(epoch), box);
}

/**
 * Opens what `sealJoined` made, by the one that `subject` names and for this approval alone.
 * @param seedOf the seed of the release key with this number, where this member holds it
 * @returns groups of MARK bytes a signal
 * @throws BadFrame for another key, subject or encoding
 */
export function openJoined(
  seedOf: (epoch: number) => Uint8Array | undefined,
  subject: JoinedSubject,
  blob: Uint8Array,
): JoinedGroups {
  const outer = reader(blob);
  const epoch = outer.u32();
  const seed = seedOf(epoch);
  must(seed !== undefined);
  const info = infoOf(subject, epoch);
  const padded = unseal(xWingKeys(seed), info, outer.rest(), pskOf(seed, info));
  const r = reader(unpadFrom(padded, padded.length));
  const marks = () => Array.from({ length: r.u16() }, () => r.take(MARK));
  const groups = Array.from({ length: r.u16() }, marks);
  r.end();
  must(equalBytes(encoded(groups), padded));
  const all = groups.flat().map(toHex);
  must(new Set(all).size === all.length);
  return groups;
}
