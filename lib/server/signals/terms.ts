import type { Code } from '#lib/protocol/codes.ts';
import { type SignalTerms, signalTerms, termsText } from '#lib/protocol/signal-terms.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import type { Database, Transaction } from '../db/database.ts';
import { roles } from '../sessions/types.ts';

/** Keeps a proposal for a second supervisor. There is one at a time: a newer one replaces it. */
export async function proposeTerms(
  database: Database,
  organisationId: string,
  terms: SignalTerms,
  by: Doer,
): Promise<void> {
  const content = { memberId: by.memberId, day: by.today, terms: JSON.stringify(terms) };
  await database.$transaction(async (tx) => {
    await appendAudit(tx, organisationId, by, 'terms.proposed', termsText(terms));
    await tx.termsProposal.upsert({
      where: { organisationId },
      create: { organisationId, ...content },
      update: content,
    });
  });
}

/** The proposal that waits, with who made it; null when none does. */
export async function readProposal(database: Database | Transaction, organisationId: string) {
  const row = await database.termsProposal.findUnique({ where: { organisationId } });
  if (row === null) return null;
  const parsed = signalTerms.safeParse(JSON.parse(row.terms));
  const member = await database.member.findUnique({ where: { id: row.memberId } });
  if (!parsed.success || member === null) return null;
  return { member, day: row.day, terms: parsed.data };
}

/** Takes a proposal away. @returns false when there was none */
export async function dropTerms(database: Database, organisationId: string, by: Doer) {
  return database.$transaction(async (tx) => {
    // The organisation first, as whoever proposes and confirms does: two orders would wait for each other.
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId} FOR UPDATE`;
    const row = await tx.termsProposal.findUnique({ where: { organisationId } });
    if (row === null) return false;
    await tx.termsProposal.delete({ where: { organisationId } });
    await appendAudit(tx, organisationId, by, 'terms.dropped', row.terms);
    return true;
  });
}

/** Notes that somebody tried what is not theirs to do alone. @param why a code, never content */
export async function refuseTerms(
  database: Database,
  organisationId: string,
  by: Doer,
  why: Code,
): Promise<void> {
  await database.$transaction((tx) => appendAudit(tx, organisationId, by, 'terms.refused', why));
}

/**
 * Takes the proposal that says exactly this, made by another supervisor who is still one.
 * @returns why not, which stands in the log then: one person alone changes nothing
 */
export async function confirmTerms(
  tx: Transaction,
  organisationId: string,
  terms: SignalTerms | undefined,
  by: Doer,
): Promise<Code | null> {
  const refuse = async (why: Code) => {
    await appendAudit(tx, organisationId, by, 'terms.refused', why);
    return why;
  };
  const proposal = await readProposal(tx, organisationId);
  if (proposal === null || termsText(proposal.terms) !== termsText(terms))
    return refuse('not_allowed');
  const { id, status, roles: held } = proposal.member;
  if (id === by.memberId) return refuse('same_person');
  if (status !== 'active' || (held & roles.supervisor) === 0) return refuse('not_allowed');
  await tx.termsProposal.delete({ where: { organisationId } });
  await appendAudit(tx, organisationId, by, 'terms.confirmed', termsText(terms));
  return null;
}
