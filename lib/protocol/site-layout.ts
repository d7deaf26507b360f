import { byteReader } from './byte-reader.ts';

/** What everyone may read in an organisation's signed record; nothing here is checked to be true. */
export type PublicSiteEntry = {
  organisationId: string;
  version: number;
  /** `orgId16 || t u8 || n u8 || root keys`: what the head of its directory begins with. */
  roots: Uint8Array;
  /** Settings as JSON in UTF-8, see `site-settings.ts`. */
  settings: Uint8Array;
};

const siteEntryType = 0x20;

/**
 * Reads the public fields of a SiteEntry:
 * `01 20 | orgId16 | version u32 | t u8 | n u8 | n * key32 | len u32 | settings | adminKeyId8 | sig64`.
 * @returns null when the bytes are not laid out like that
 */
export function readSiteEntry(raw: Uint8Array): PublicSiteEntry | null {
  const reader = byteReader(raw);
  if (reader.number(1) !== 1 || reader.number(1) !== siteEntryType) return null;
  const organisationId = reader.id();
  const version = reader.number(4);
  const threshold = reader.number(1);
  const count = reader.number(1);
  const keys = reader.take(count * 32);
  const settingsLength = reader.number(4);
  if (settingsLength > raw.length) return null;
  const settings = reader.take(settingsLength);
  reader.skip(8 + 64);
  if (!reader.complete()) return null;
  const roots = join([raw.subarray(2, 18), Uint8Array.of(threshold, count), keys]);
  return { organisationId, version, roots, settings };
}

/** One organisation in `/site.bin`, as raw bytes. */
export type SitePart = {
  siteEntry: Uint8Array;
  adminCert: Uint8Array;
  /** Empty: no valid epoch, the organisation cannot be written to. */
  teamBundle: Uint8Array;
  /** A counsellor and a supervisor are there: the server's word, beside what is signed. */
  onDuty: boolean;
};

/**
 * The bytes of `/site.bin`:
 * `"HAVRESITE" 02 | siteId16 | count u16 | count * (len u32 entry | len u32 cert | len u32 bundle | onDuty u8)`.
 */
export function siteFile(siteId: Uint8Array, parts: readonly SitePart[]): Uint8Array {
  const long = (bytes: Uint8Array) => [number(bytes.length, 4), bytes];
  return join([
    new TextEncoder().encode('HAVRESITE'),
    number(2, 1),
    siteId,
    number(parts.length, 2),
    ...parts.flatMap((part) => [
      ...[part.siteEntry, part.adminCert, part.teamBundle].flatMap((bytes) => long(bytes)),
      number(part.onDuty ? 1 : 0, 1),
    ]),
  ]);
}

/** `01 10 | lp(TeamEpoch) | lp(DeviceCert) | lp(AdminCert)` of the three raw entries (reading 29). */
export function teamBundle(
  teamEpoch: Uint8Array,
  deviceCert: Uint8Array,
  adminCert: Uint8Array,
): Uint8Array {
  const short = (bytes: Uint8Array) => [number(bytes.length, 2), bytes];
  const entries = [teamEpoch, deviceCert, adminCert].flatMap((bytes) => short(bytes));
  return join([Uint8Array.of(1, 0x10), ...entries]);
}

function number(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
