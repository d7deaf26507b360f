import { type ByteReader, byteReader, hex } from './byte-reader.ts';

/** The second byte of a directory entry (reading 28). */
export const entryTypes = {
  adminCert: 1,
  deviceCert: 2,
  devEpoch: 3,
  teamEpoch: 4,
  revoke: 5,
  releaseEpoch: 6,
} as const;

/** What everyone may read in a directory entry. Ids are hex; nothing here is checked to be true. */
export type PublicEntry =
  | { kind: 'adminCert'; organisationId: string; publicKey: Uint8Array }
  | { kind: 'deviceCert'; organisationId: string; deviceId: string; adminKeyId: string }
  | { kind: 'devEpoch'; organisationId: string; deviceId: string }
  | ({ kind: 'teamEpoch'; organisationId: string } & EpochWindow)
  | { kind: 'revoke'; organisationId: string }
  | ({ kind: 'releaseEpoch'; organisationId: string } & EpochWindow);

/** Hours since 1970: from `notBefore` on, until `notAfter`, which is excluded. */
type EpochWindow = { epoch: number; notBefore: number; notAfter: number; signerDeviceId: string };

const xWingKey = 1216;
const signature = 64;

/**
 * Reads the public fields of a directory entry (layouts: reading 28). The server orders and filters
 * by them; whether an entry is genuine is for members' and persons' clients to check.
 * @returns null for an unknown version or type, or another length than the layout has
 */
export function readEntry(raw: Uint8Array): PublicEntry | null {
  const reader = byteReader(raw);
  if (reader.number(1) !== 1) return null;
  const type = reader.number(1);
  const organisationId = reader.id();
  const entry = readRest(type, organisationId, reader);
  return entry !== null && reader.complete() ? entry : null;
}

function readRest(type: number, organisationId: string, r: ByteReader): PublicEntry | null {
  switch (type) {
    case entryTypes.adminCert: {
      const publicKey = r.take(32);
      r.skip(8);
      r.skip(r.number(1) * (1 + signature));
      return { kind: 'adminCert', organisationId, publicKey };
    }
    case entryTypes.deviceCert: {
      r.skip(16);
      const deviceId = r.id();
      r.skip(16);
      r.skip(r.number(2));
      r.skip(2 + 32 + 32 + 4 + 4);
      const adminKeyId = hex(r.take(8));
      r.skip(signature);
      return { kind: 'deviceCert', organisationId, deviceId, adminKeyId };
    }
    case entryTypes.devEpoch: {
      const deviceId = r.id();
      r.skip(3 * 4 + xWingKey + signature);
      return { kind: 'devEpoch', organisationId, deviceId };
    }
    case entryTypes.teamEpoch:
      return { kind: 'teamEpoch', organisationId, ...readWindow(r) };
    case entryTypes.revoke: {
      const what = r.number(1);
      r.skip(16 + 4);
      r.skip(what === 1 ? 8 + signature : r.number(1) * (1 + signature));
      return what === 1 || what === 2 ? { kind: 'revoke', organisationId } : null;
    }
    case entryTypes.releaseEpoch:
      return { kind: 'releaseEpoch', organisationId, ...readWindow(r) };
    default:
      return null;
  }
}

function readWindow(r: ByteReader): EpochWindow {
  r.skip(16);
  const window = { epoch: r.number(4), notBefore: r.number(4), notAfter: r.number(4) };
  r.skip(xWingKey + 32);
  const signerDeviceId = r.id();
  r.skip(signature);
  return { ...window, signerDeviceId };
}
