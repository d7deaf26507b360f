import type { Code } from '#lib/protocol/codes.ts';
import { termsText } from '#lib/protocol/signal-terms.ts';
import { type PublicSiteEntry, readSiteEntry } from '#lib/protocol/site-layout.ts';
import { createAccount } from '../accounts/mutations.ts';
import type { NewAccount } from '../accounts/types.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import type { Database, Transaction } from '../db/database.ts';
import { isUniqueViolation } from '../db/unique-violation.ts';
import { appendToDirectory } from '../directory/mutations.ts';
import { firstHead } from '../directory/policy.ts';
import type { Addition } from '../directory/types.ts';
import { takeInvitation } from '../invitations/mutations.ts';
import { roles } from '../sessions/types.ts';
import { confirmTerms } from '../signals/terms.ts';
import { keepEarlierRecord } from './earlier-records.ts';
import { publishedNotes } from './published-notes.ts';
import { readSettings } from './read-settings.ts';
import type { PublicRecord } from './types.ts';

type Refusal = { ok: false; code: Code };
type Outcome = { ok: true } | Refusal;

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
  const by = { memberId: founder.account.memberId, today: invitation.today };
  await appendAudit(tx, organisationId, by, 'organisation.founded', organisationId);
  return { ok: true } as const;
}

/**
 * Replaces the public record by a newer one. `stale` when the stored one is as new; `not_allowed` when it changes
 * units or settings of signals, and not to what somebody proposed; `same_person` when they proposed it themselves.
 */
export async function publishRecord(
  database: Database,
  { site, siteEntry, adminCert }: PublicRecord & { site: PublicSiteEntry },
  by: Doer,
): Promise<{ ok: true; hasNewTerms: boolean } | Refusal> {
  const id = site.organisationId;
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${id} FOR UPDATE`;
    const stored = await tx.organisation.findUniqueOrThrow({ where: { id } });
    if (stored.siteVersion >= site.version) return { ok: false, code: 'stale' } as const;
    const settings = readSettings(site.settings);
    const storedSite = readSiteEntry(stored.siteEntry);
    const before = storedSite && readSettings(storedSite.settings);
    const terms = settings?.signals;
    const isChanged = termsText(terms) !== termsText(before?.signals);
    // Nothing is changed yet, so that the note of a refusal stays.
    const why = isChanged ? await confirmTerms(tx, id, terms, by) : null;
    if (why !== null) return { ok: false, code: why } as const;
    if (isChanged && before?.signals) await keepEarlierRecord(tx, id, stored, by.today);
    const data = { siteEntry, adminCert, siteVersion: site.version };
    await tx.organisation.update({ where: { id }, data });
    const notes = settings ? publishedNotes(before, settings, site.version, isChanged) : [];
    for (const { action, ref } of notes) await appendAudit(tx, id, by, action, ref);
    return { ok: true, hasNewTerms: isChanged } as const;
  });
}
