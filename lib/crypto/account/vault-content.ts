import type { DirectoryMark } from '../organisation/directory-state.ts';
import { checkRoots, type OrgRoots, rootsBytes } from '../organisation/organisation-roots.ts';
import { must } from '../primitives/bad-frame.ts';
import {
  concat,
  equalBytes,
  type Reader,
  reader,
  toHex,
  u8,
  u16,
  u32,
} from '../primitives/bytes.ts';

/** One of a member's two identities (reading e): its ids of 16 bytes and its secrets of 32. */
export type VaultIdentity = {
  deviceId: Uint8Array;
  counsellorId: Uint8Array;
  /** DS */
  signingSeed: Uint8Array;
  /** DA */
  dhSecret: Uint8Array;
};

/** The 32-byte seed of a published key, with its number and its end in hours since 1970. */
export type DatedSeed = { epoch: number; notAfter: number; seed: Uint8Array };

/** A team storage key of 32 bytes; a new number each time someone leaves. */
export type StoreKey = { epoch: number; key: Uint8Array };

/** The newest checkpoint that was seen of a conversation (reading 18). */
export type CheckpointMark = { mailboxId: Uint8Array; n: number; hash: Uint8Array };

/** Everything that a member's vault holds (decision 2, readings 16, 18 and 37). */
export type VaultContent = {
  /** the organisation as it was confirmed at the invitation, never again the server's word */
  roots: OrgRoots;
  /** 16 bytes */
  memberId: Uint8Array;
  /** with the work name: claims, wraps, device epochs */
  counsellor: VaultIdentity;
  /** with the organisation's name: signs team epochs only */
  officer: VaultIdentity;
  /** supervisors: the seed of their ADMIN key */
  adminSeed: Uint8Array | null;
  /** seeds of the own device epochs, DE */
  deviceEpochs: readonly DatedSeed[];
  /** seeds of team epochs, TE */
  teamEpochs: readonly DatedSeed[];
  /** supervisors: seeds of release epochs, RE */
  releaseEpochs: readonly DatedSeed[];
  storeKeys: readonly StoreKey[];
  /** the directory as far as this member has checked it */
  directory: DirectoryMark | null;
  conversations: readonly CheckpointMark[];
};

/** `count u16 | items`, in ascending order of `key`. */
function listBytes<T>(
  items: readonly T[],
  key: (item: T) => number | string,
  bytes: (item: T) => Uint8Array,
): Uint8Array {
  const sorted = [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return concat(u16(items.length), ...sorted.map(bytes));
}

/** Reads a list; keys must ascend strictly, so that one content has one encoding. */
function readList<T>(r: Reader, key: (item: T) => number | string, read: () => T): readonly T[] {
  const count = r.u16();
  const items: T[] = [];
  for (let i = 0; i < count; i++) {
    const item = read();
    const before = items.at(-1);
    must(before === undefined || key(before) < key(item));
    items.push(item);
  }
  return items;
}

const epochOf = (item: { epoch: number }): number => item.epoch;
const mailboxOf = (item: { mailboxId: Uint8Array }): string => toHex(item.mailboxId);

const seedsBytes = (seeds: readonly DatedSeed[]): Uint8Array =>
  listBytes(seeds, epochOf, (s) => concat(u32(s.epoch), u32(s.notAfter), s.seed));

const readSeeds = (r: Reader): readonly DatedSeed[] =>
  readList(r, epochOf, () => ({ epoch: r.u32(), notAfter: r.u32(), seed: r.take(32) }));

const identityBytes = (v: VaultIdentity): Uint8Array =>
  concat(v.deviceId, v.counsellorId, v.signingSeed, v.dhSecret);

const readIdentity = (r: Reader): VaultIdentity => ({
  deviceId: r.take(16),
  counsellorId: r.take(16),
  signingSeed: r.take(32),
  dhSecret: r.take(32),
});

function readRoots(r: Reader): OrgRoots {
  const orgId = r.take(16);
  const threshold = r.u8();
  const rootKeys = Array.from({ length: r.u8() }, () => r.take(32));
  checkRoots({ orgId, threshold, rootKeys });
  return { orgId, threshold, rootKeys };
}

/** What may be missing: `has u8 | value`, the value zeros if it is. */
const optionalBytes = (value: Uint8Array | null, length: number): Uint8Array =>
  concat(u8(value ? 1 : 0), value ?? new Uint8Array(length));

function readOptional(r: Reader, length: number): Uint8Array | null {
  const has = r.u8();
  const value = r.take(length);
  if (has === 1) return value;
  must(has === 0 && equalBytes(value, new Uint8Array(length)));
  return null;
}

const markBytes = (mark: DirectoryMark): Uint8Array => concat(u32(mark.count), mark.head);

function readMark(r: Reader): DirectoryMark | null {
  const bytes = readOptional(r, 36);
  if (!bytes) return null;
  const mark = reader(bytes);
  return { count: mark.u32(), head: mark.take(32) };
}

/** The plaintext of a vault, version 1 (README, "Vault"). Lists are sorted by their number or id. */
export const vaultContentBytes = (v: VaultContent): Uint8Array =>
  concat(
    u8(1),
    rootsBytes(v.roots),
    v.memberId,
    identityBytes(v.counsellor),
    identityBytes(v.officer),
    optionalBytes(v.adminSeed, 32),
    seedsBytes(v.deviceEpochs),
    seedsBytes(v.teamEpochs),
    seedsBytes(v.releaseEpochs),
    listBytes(v.storeKeys, epochOf, (s) => concat(u32(s.epoch), s.key)),
    optionalBytes(v.directory && markBytes(v.directory), 36),
    listBytes(v.conversations, mailboxOf, (c) => concat(c.mailboxId, u32(c.n), c.hash)),
  );

/**
 * Reads the plaintext of a vault.
 * @throws BadFrame
 */
export function parseVaultContent(bytes: Uint8Array): VaultContent {
  const r = reader(bytes);
  must(r.u8() === 1);
  const content: VaultContent = {
    roots: readRoots(r),
    memberId: r.take(16),
    counsellor: readIdentity(r),
    officer: readIdentity(r),
    adminSeed: readOptional(r, 32),
    deviceEpochs: readSeeds(r),
    teamEpochs: readSeeds(r),
    releaseEpochs: readSeeds(r),
    storeKeys: readList(r, epochOf, () => ({ epoch: r.u32(), key: r.take(32) })),
    directory: readMark(r),
    conversations: readList(r, mailboxOf, () => ({
      mailboxId: r.take(16),
      n: r.u32(),
      hash: r.take(32),
    })),
  };
  r.end();
  return content;
}
