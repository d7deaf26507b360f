/**
 * Whether a write failed because an id or name is taken (Prisma's P2002). Inside a transaction
 * PostgreSQL refuses everything after it: catch it around the transaction.
 */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
