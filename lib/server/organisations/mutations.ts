import type { Code } from '#lib/protocol/codes.ts';
import type { PublicSiteEntry } from '#lib/protocol/site-layout.ts';
import { createAccount } from '../accounts/mutations.ts';
import type { NewAccount } from '../accounts/types.ts';
import type { Database, Transaction } from '../db/database.ts';
import { isUniqueViolation } from '../db/unique-violation.ts';
import { appendToDirectory } from '../directory/mutations.ts';
import { firstHead } from '../directory/policy.ts';
import type { Addition } from '../directory/types.ts';
import { takeInvitation } from '../invitations/mutations.ts';
import { roles } from '../sessions/types.ts';
import type { PublicRecord } from './types.ts';

type Outcome = { ok: true } | { ok: false; code: Code };

export type SetUp = {
  invitation: { token: Uint8Array; today: number };
  record: PublicRecord & { site: PublicSiteEntry };
  addition: Addition;
  founder: { account: NewAccount; totpStep: number };
};

/**
 * Makes an organisation with its directory and its first member, all or nothing. The link serves once.
 */
export async function setUpOrganisation(database: Database, setUp: SetUp): Promise<Outcome> {
  try {
    return await database.$transaction((tx) => make(tx, setUp));
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, code: 'name_taken' };
    throw error;
  }
}

async function make(tx: Transaction, { invitation, record, addition, founder }: SetUp) {
  const used = await takeInvitation(tx, invitation, 'set-up');
  if (used === null) return { ok: false, code: 'wrong_credentials' } as const;
  const { site, siteEntry, adminCert } = record;
  const { organisationId } = site;
  await tx.organisation.create({
    data: {
      id: organisationId,
      siteEntry,
      adminCert,
      siteVersion: site.version,
      directoryLength: 0,
      directoryHead: firstHead(site.roots),
    },
  });
  await appendToDirectory(tx, organisationId, addition);
  await createAccount(tx, founder.account, {
    organisationId,
    roles: roles.counsellor | roles.supervisor,
    status: 'active',
    totpStep: founder.totpStep,
  });
  return { ok: true } as const;
}

/** Replaces the public record by a newer one. `stale` when the stored one is as new. */
export async function publishRecord(
  database: Database,
  { site, siteEntry, adminCert }: PublicRecord & { site: PublicSiteEntry },
): Promise<Outcome> {
  const { count } = await database.organisation.updateMany({
    where: { id: site.organisationId, siteVersion: { lt: site.version } },
    data: { siteEntry, adminCert, siteVersion: site.version },
  });
  return count === 1 ? { ok: true } : { ok: false, code: 'stale' };
}
