import { hex } from '#lib/protocol/byte-reader.ts';
import { LEAST_ORGANISATIONS, LEAST_SIGNALS } from '#lib/signals/release/pool.ts';
import type { Transaction } from '../db/database.ts';

/** Scope of a signal that is counted with others. */
export const PATTERN = 2;
const REFERENCE = 32;

/** Hashes of references out of their bytes; null when they are none, or one stands there twice. */
export function referencesIn(bytes: Uint8Array): Set<string> | null {
  if (bytes.length % REFERENCE !== 0) return null;
  const found = new Set<string>();
  for (let at = 0; at < bytes.length; at += REFERENCE)
    found.add(hex(bytes.subarray(at, at + REFERENCE)));
  return found.size === bytes.length / REFERENCE ? found : null;
}

/**
 * Locks the consents of all pattern signals of an organisation, in one order, until the end: a withdrawal comes
 * before, or finds them gone.
 * @returns those that are registered and not taken back
 */
export async function lockPool(tx: Transaction, organisationId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ refHash: Uint8Array }[]>`
    SELECT "refHash" FROM "ConsentRegistration" WHERE NOT "withdrawn" AND "refHash" IN
      (SELECT "refHash" FROM "SealedSignal" WHERE "organisationId" = ${organisationId} AND "scope" = ${PATTERN})
    ORDER BY "refHash" FOR UPDATE`;
  const held = await tx.sealedSignal.findMany({
    where: { organisationId, scope: PATTERN },
    select: { refHash: true },
  });
  const stillHeld = new Set(held.map(({ refHash }) => hex(refHash)));
  return new Set(rows.map(({ refHash }) => hex(refHash)).filter((one) => stillHeld.has(one)));
}

/**
 * Whether what was counted is less than a pool must hold, as far as a server can see: it knows neither what a signal
 * says nor whose chat it was, so counsellors are counted by the supervisors' browsers alone.
 */
export async function isUnderMinimum(
  tx: Transaction,
  organisationId: string,
  counted: ReadonlySet<string>,
): Promise<boolean> {
  if (counted.size < LEAST_SIGNALS) return true;
  const held = await tx.sealedSignal.findMany({
    where: { organisationId, scope: PATTERN },
    select: { refHash: true, originId: true },
  });
  const origins = held
    .filter(({ refHash }) => counted.has(hex(refHash)))
    .map(({ originId }) => originId ?? organisationId);
  return new Set(origins).size < LEAST_ORGANISATIONS;
}

export const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one));

/** Whether the pattern of a quarter has left. */
export async function hasLeft(tx: Transaction, organisationId: string, quarter: string) {
  const where = { organisationId_quarter: { organisationId, quarter } };
  return (await tx.release.findUnique({ where, omit: { file: true } })) !== null;
}
