import { createHash } from 'node:crypto';
import { hex } from '#lib/protocol/byte-reader.ts';
import { type PublicEntry, readEntry } from '#lib/protocol/entry-layout.ts';
import { limits } from '#lib/protocol/limits.ts';
import { type PublicSiteEntry, readSiteEntry, teamBundle } from '#lib/protocol/site-layout.ts';
import type { PublicRecord, SiteSource } from './types.ts';

type Entry<K extends PublicEntry['kind']> = Extract<PublicEntry, { kind: K }>;

/**
 * Whether a public record is this organisation's own, and its certificate too.
 * @returns its public fields, or null
 */
export function readOwnRecord(
  record: PublicRecord,
  organisationId: string,
): PublicSiteEntry | null {
  const site = readSiteEntry(record.siteEntry);
  const admin = readEntry(record.adminCert);
  if (site?.organisationId !== organisationId || site.version > limits.highest) return null;
  if (admin?.kind !== 'adminCert' || admin.organisationId !== organisationId) return null;
  return site;
}

/**
 * The TeamBundle that people write to at this hour: the epoch with the highest number that has begun
 * and not ended, its signer's newest certificate, and the certificate of that one's admin. After an
 * emergency the newest number is the only one that nobody who left can open.
 * @param hour whole hours since 1970
 * @returns empty bytes when there is no valid epoch: the organisation cannot be written to
 */
export function bundleAt(source: SiteSource, hour: number): Uint8Array {
  const epoch = readAll(source.teamEpochs, 'teamEpoch')
    .filter(({ entry }) => entry.notBefore <= hour && hour < entry.notAfter)
    .reduce<Read<'teamEpoch'> | null>(
      (best, next) => (best === null || next.entry.epoch > best.entry.epoch ? next : best),
      null,
    );
  const device = readAll(source.certificates, 'deviceCert').find(
    ({ entry }) => entry.deviceId === epoch?.entry.signerDeviceId,
  );
  const admins = readAll([...source.certificates, source.adminCert], 'adminCert');
  const admin = admins.find(({ entry }) => keyIdOf(entry.publicKey) === device?.entry.adminKeyId);
  if (!epoch || !device || !admin) return new Uint8Array(0);
  return teamBundle(epoch.raw, device.raw, admin.raw);
}

type Read<K extends PublicEntry['kind']> = { raw: Uint8Array; entry: Entry<K> };

function readAll<K extends PublicEntry['kind']>(raws: readonly Uint8Array[], kind: K): Read<K>[] {
  return raws.flatMap((raw) => {
    const entry = readEntry(raw);
    return entry?.kind === kind ? [{ raw, entry: entry as Entry<K> }] : [];
  });
}

/** What certificates call an admin: the first 8 bytes of SHA-512 of its key (reading 28). */
function keyIdOf(publicKey: Uint8Array): string {
  return hex(createHash('sha512').update(publicKey).digest().subarray(0, 8));
}
