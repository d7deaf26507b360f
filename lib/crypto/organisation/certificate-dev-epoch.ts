import { must } from '../primitives/bad-frame.ts';
import { concat, reader, u32 } from '../primitives/bytes.ts';
import { sign } from '../primitives/signature.ts';
import { isWindow } from '../primitives/time-units.ts';
import { X_WING } from '../primitives/x-wing.ts';
import { verifySignature } from '../verify.ts';
import { ENTRY_TYPE, entryStart, LONGEST, readEntryStart } from './certificate-layout.ts';

/** A device's weekly key, to which wraps are sealed. */
export type DevEpochFields = {
  /** 16 bytes each */
  orgId: Uint8Array;
  deviceId: Uint8Array;
  /** 1, 2, 3.. for each device */
  epoch: number;
  /** hours since 1970, included */
  notBefore: number;
  /** hours since 1970, excluded; at most 168 later */
  notAfter: number;
  /** DE, X-Wing, 1216 bytes */
  publicKey: Uint8Array;
};

export type DevEpoch = DevEpochFields & { kind: 'devEpoch'; signature: Uint8Array };

const bodyOf = (f: DevEpochFields): Uint8Array =>
  concat(
    entryStart(ENTRY_TYPE.devEpoch),
    f.orgId,
    f.deviceId,
    u32(f.epoch),
    u32(f.notBefore),
    u32(f.notAfter),
    f.publicKey,
  );

/** The bytes of a parsed DevEpoch (its one encoding). */
export const devEpochBytes = (epoch: DevEpoch): Uint8Array =>
  concat(bodyOf(epoch), epoch.signature);

/**
 * Makes a DevEpoch, signed with DS.
 * @param deviceSeed 32 bytes
 * @throws BadFrame for fields that nobody would accept
 */
export function issueDevEpoch(fields: DevEpochFields, deviceSeed: Uint8Array): Uint8Array {
  const body = bodyOf(fields);
  const raw = concat(body, sign('devepoch', deviceSeed, body));
  parseDevEpoch(raw);
  return raw;
}

/**
 * Reads a DevEpoch. Its signature is not checked.
 * @throws BadFrame
 */
export function parseDevEpoch(raw: Uint8Array): DevEpoch {
  const r = reader(raw);
  readEntryStart(r, ENTRY_TYPE.devEpoch);
  const ids = { orgId: r.take(16), deviceId: r.take(16), epoch: r.u32() };
  const window = { notBefore: r.u32(), notAfter: r.u32() };
  const publicKey = r.take(X_WING.publicKey);
  const signature = r.take(64);
  r.end();
  must(isWindow(window, LONGEST.devEpochHours));
  return { kind: 'devEpoch', ...ids, ...window, publicKey, signature };
}

/**
 * Refuses a DevEpoch that this DS did not sign.
 * @throws BadFrame
 */
export function checkDevEpoch(epoch: DevEpoch, signingKey: Uint8Array): void {
  must(verifySignature('devepoch', signingKey, bodyOf(epoch), epoch.signature));
}
