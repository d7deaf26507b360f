import { must } from '../primitives/bad-frame.ts';
import { concat, reader, u32 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { sign } from '../primitives/signature.ts';
import { isWindow } from '../primitives/time-units.ts';
import { X_WING } from '../primitives/x-wing.ts';
import { verifySignature } from '../verify.ts';
import { ENTRY_TYPE, entryStart, LONGEST, readEntryStart } from './certificate-layout.ts';

/**
 * The two keys that a team publishes: TE, to which people write first, and RE, to which
 * consented signals are sealed. One layout; type byte and signature type tell them apart.
 */
const KINDS = {
  teamEpoch: { type: ENTRY_TYPE.teamEpoch, signs: 'team', longest: LONGEST.teamEpochHours },
  releaseEpoch: {
    type: ENTRY_TYPE.releaseEpoch,
    signs: 'release',
    longest: LONGEST.releaseEpochHours,
  },
} as const;

export type TeamEpochKind = keyof typeof KINDS;

export type TeamEpochFields = {
  /** 16 bytes each */
  orgId: Uint8Array;
  teamId: Uint8Array;
  /** 1, 2, 3.. for each team */
  epoch: number;
  /** hours since 1970, included */
  notBefore: number;
  /** hours since 1970, excluded; at most 48 (team) or 2160 (release) later */
  notAfter: number;
  /** X-Wing, 1216 bytes */
  publicKey: Uint8Array;
  /** H32 of the entry of this kind and team that stands before it, zeros for the first */
  prevHash: Uint8Array;
  /** deviceId of the key officer (team) or supervisor (release) who signs */
  signerDevice: Uint8Array;
};

export type TeamEpoch = TeamEpochFields & {
  kind: TeamEpochKind;
  /** 64 bytes */
  signature: Uint8Array;
  /** H32 of the whole entry, the prevHash of the next */
  hash: Uint8Array;
};

const bodyOf = (kind: TeamEpochKind, f: TeamEpochFields): Uint8Array =>
  concat(
    entryStart(KINDS[kind].type),
    f.orgId,
    f.teamId,
    u32(f.epoch),
    u32(f.notBefore),
    u32(f.notAfter),
    f.publicKey,
    f.prevHash,
    f.signerDevice,
  );

/** The bytes of a parsed TeamEpoch or ReleaseEpoch (its one encoding). */
export const teamEpochBytes = (epoch: TeamEpoch): Uint8Array =>
  concat(bodyOf(epoch.kind, epoch), epoch.signature);

/**
 * Makes a TeamEpoch or a ReleaseEpoch, signed with DS.
 * @param deviceSeed 32 bytes
 * @throws BadFrame for fields that nobody would accept
 */
export function issueTeamEpoch(
  kind: TeamEpochKind,
  fields: TeamEpochFields,
  deviceSeed: Uint8Array,
): Uint8Array {
  const body = bodyOf(kind, fields);
  const raw = concat(body, sign(KINDS[kind].signs, deviceSeed, body));
  parseTeamEpoch(kind, raw);
  return raw;
}

/**
 * Reads a TeamEpoch or a ReleaseEpoch. Its signature is not checked.
 * @throws BadFrame, also for an entry of the other kind
 */
export function parseTeamEpoch(kind: TeamEpochKind, raw: Uint8Array): TeamEpoch {
  const r = reader(raw);
  readEntryStart(r, KINDS[kind].type);
  const ids = { orgId: r.take(16), teamId: r.take(16), epoch: r.u32() };
  const window = { notBefore: r.u32(), notAfter: r.u32() };
  const publicKey = r.take(X_WING.publicKey);
  const signer = { prevHash: r.take(32), signerDevice: r.take(16), signature: r.take(64) };
  r.end();
  must(isWindow(window, KINDS[kind].longest));
  return { kind, ...ids, ...window, publicKey, ...signer, hash: h32(raw) };
}

/**
 * Refuses an epoch that this DS did not sign as an epoch of this kind.
 * @throws BadFrame
 */
export function checkTeamEpoch(epoch: TeamEpoch, signingKey: Uint8Array): void {
  const body = bodyOf(epoch.kind, epoch);
  must(verifySignature(KINDS[epoch.kind].signs, signingKey, body, epoch.signature));
}
