import type { OrganisationId } from '#lib/protocol/ids.ts';
import { readSiteEntry } from '#lib/protocol/site-layout.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import type { StoredBytes } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import { readSettings } from '../organisations/read-settings.ts';

export type Forward = { refHash: StoredBytes; epoch: number; blob: StoredBytes };

const PATTERN = 2;

/** The other organisation that an organisation names as its desk in its signed record; null when it names none. */
export async function deskOf(
  database: Database | Transaction,
  organisationId: string,
): Promise<OrganisationId | null> {
  const found = await database.organisation.findUnique({
    where: { id: organisationId },
    select: { siteEntry: true },
  });
  const site = found && readSiteEntry(found.siteEntry);
  const desk = (site && readSettings(site.settings))?.signals?.desk ?? null;
  if (desk === null || desk === organisationId) return null;
  const there = await database.organisation.findUnique({
    where: { id: desk },
    select: { id: true },
  });
  return there ? (desk as OrganisationId) : null;
}

/**
 * Gives an own pattern signal, sealed anew, to the desk; the own seal stays. The same again changes nothing.
 * @returns the desk; null when there is none, or no such signal that is registered and not taken back
 */
export async function forwardSignal(
  database: Database,
  organisationId: string,
  { refHash, epoch, blob }: Forward,
  by: Doer,
): Promise<OrganisationId | null> {
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "ConsentRegistration" WHERE "refHash" = ${refHash} FOR UPDATE`;
    const desk = await deskOf(tx, organisationId);
    const where = { organisationId_refHash: { organisationId, refHash } };
    const own = await tx.sealedSignal.findUnique({ where });
    const registration = await tx.consentRegistration.findUnique({ where: { refHash } });
    if (!desk || own?.scope !== PATTERN || own.originId !== null) return null;
    if (!registration || registration.withdrawn) return null;
    const { day, scope } = own;
    const data = [
      { organisationId: desk, originId: organisationId, ...{ refHash, scope, epoch, day, blob } },
    ];
    const { count } = await tx.sealedSignal.createMany({ data, skipDuplicates: true });
    if (count > 0) await appendAudit(tx, organisationId, by, 'signal.forwarded', desk);
    return desk;
  });
}
