import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, type Reader, reader, u8, u32 } from '../primitives/bytes.ts';
import { sign, signingPublicKey } from '../primitives/signature.ts';
import { allAtOnce, type Steps } from '../primitives/steps.ts';
import { hoursOfDays, isWithin } from '../primitives/time-units.ts';
import { verifySignature } from '../verify.ts';
import { type AdminCert, checkAdminCert } from './certificate-admin.ts';
import { adminKeyIdOf, entryStart, readEntryStart } from './certificate-layout.ts';
import { checkRoots, type OrgRoots } from './organisation-roots.ts';

const SITE_ENTRY_TYPE = 0x20;

/** An organisation's public record in `/site.bin`, signed by its ADMIN when it changes. */
export type SiteEntryFields = {
  roots: OrgRoots;
  /** counts up with every change */
  version: number;
  /** public settings (name, countries, languages, hours) as JSON in UTF-8; opaque here */
  settings: Uint8Array;
};

export type SiteEntry = SiteEntryFields & {
  /** 8 bytes */
  adminKeyId: Uint8Array;
  /** 64 bytes */
  signature: Uint8Array;
};

const bodyOf = ({ roots, version, settings }: SiteEntryFields, keyId: Uint8Array): Uint8Array =>
  concat(
    entryStart(SITE_ENTRY_TYPE),
    roots.orgId,
    u32(version),
    u8(roots.threshold),
    u8(roots.rootKeys.length),
    ...roots.rootKeys,
    u32(settings.length),
    settings,
    keyId,
  );

/** The bytes of a parsed SiteEntry (its one encoding). */
export const siteEntryBytes = (entry: SiteEntry): Uint8Array =>
  concat(bodyOf(entry, entry.adminKeyId), entry.signature);

/**
 * Makes a SiteEntry (signature type `site`).
 * @param adminSeed 32 bytes
 * @throws BadFrame for roots that could never be safe
 */
export function issueSiteEntry(fields: SiteEntryFields, adminSeed: Uint8Array): Uint8Array {
  const body = bodyOf(fields, adminKeyIdOf(signingPublicKey(adminSeed)));
  const raw = concat(body, sign('site', adminSeed, body));
  parseSiteEntry(raw);
  return raw;
}

function readRoots(r: Reader, orgId: Uint8Array): OrgRoots {
  const threshold = r.u8();
  const count = r.u8();
  const rootKeys = Array.from({ length: count }, () => r.take(32));
  const roots = { orgId, threshold, rootKeys };
  checkRoots(roots);
  return roots;
}

/**
 * Reads a SiteEntry. Its signature is not checked.
 * @throws BadFrame
 */
export function parseSiteEntry(raw: Uint8Array): SiteEntry {
  const r = reader(raw);
  readEntryStart(r, SITE_ENTRY_TYPE);
  const orgId = r.take(16);
  const version = r.u32();
  const roots = readRoots(r, orgId);
  const settings = r.take(r.u32());
  const signer = { adminKeyId: r.take(8), signature: r.take(64) };
  r.end();
  return { roots, version, settings, ...signer };
}

/**
 * Refuses a SiteEntry that an admin of these roots, valid now, did not sign. The roots are the
 * entry's own: without pinning this shows only that the record is whole and of one piece.
 * @param nowHour hours since 1970
 * @throws BadFrame
 */
export const checkSiteEntry = (entry: SiteEntry, admin: AdminCert, nowHour: number): void =>
  allAtOnce(siteEntryChecks(entry, admin, nowHour));

/** `checkSiteEntry`, a signature a step. */
export function* siteEntryChecks(entry: SiteEntry, admin: AdminCert, nowHour: number): Steps<void> {
  checkAdminCert(admin, entry.roots);
  yield;
  must(equalBytes(entry.adminKeyId, admin.keyId));
  must(verifySignature('site', admin.publicKey, bodyOf(entry, entry.adminKeyId), entry.signature));
  must(isWithin(hoursOfDays(admin), nowHour));
}
