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

/**
 * Takes the proposal that says exactly this, made by another supervisor who is still one.
 * @returns false when there is none: one person alone changes nothing
 */
export async function confirmTerms(
  tx: Transaction,
  organisationId: string,
  terms: SignalTerms | undefined,
  by: Doer,
): Promise<boolean> {
  const proposal = await readProposal(tx, organisationId);
  if (proposal === null || termsText(proposal.terms) !== termsText(terms)) return false;
  const { id, status, roles: held } = proposal.member;
  const counts = status === 'active' && (held & roles.supervisor) !== 0;
  if (id === by.memberId || !counts) return false;
  await tx.termsProposal.delete({ where: { organisationId } });
  await appendAudit(tx, organisationId, by, 'terms.confirmed', termsText(terms));
  return true;
}
