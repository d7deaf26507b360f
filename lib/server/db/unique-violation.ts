import pg from 'pg';

/**
 * Whether a write failed because an id or name is taken (Prisma's P2002, PostgreSQL's 23505 from SQL of
 * our own). Inside a transaction PostgreSQL refuses everything after it: catch it around the transaction.
 */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === 'P2002' || sqlStateOf(error) === '23505';
}

/** Whether a row was refused (SQLSTATE classes 22 and 23): the same write fails again, others do not. */
export function isRowFault(error: unknown): boolean {
  return isUniqueViolation(error) || /^2[23]/.test(sqlStateOf(error) ?? '');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

/** What the database said of SQL of ours: to us (`statements.ts`), or to Prisma that passed it on (P2010). */
function sqlStateOf(error: unknown): string | null {
  if (error instanceof pg.DatabaseError) return error.code ?? null;
  if (codeOf(error) !== 'P2010' || !(error instanceof Error) || !('meta' in error)) return null;
  const found = /"originalCode":"([0-9A-Z]{5})"/.exec(JSON.stringify(error.meta));
  return found?.[1] ?? null;
}
