import { createHash } from 'node:crypto';
import type { StoredBytes } from '../credentials/tokens.ts';
import { sameBytes } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';

/** What a page registers: H32 of reference and of body. */
export type Registered = { refHash: StoredBytes; bodyHash: StoredBytes };

/** H32 of the protocol: SHA-512, first 32 bytes. */
export const h32 = (bytes: Uint8Array): StoredBytes =>
  Uint8Array.from(createHash('sha512').update(bytes).digest().subarray(0, 32));

/**
 * Registers a consent. The same again is answered the same way; a reference with another body, or one that
 * was taken back, is not.
 * @param day days since 1970
 * @returns `isNew`: there is one more registration than before
 */
export async function register(
  database: Database,
  { refHash, bodyHash }: Registered,
  day: number,
): Promise<{ ok: boolean; isNew: boolean }> {
  const data = [{ refHash, bodyHash, day }];
  const { count } = await database.consentRegistration.createMany({ data, skipDuplicates: true });
  return { ok: await isRegistered(database, { refHash, bodyHash }), isNew: count > 0 };
}

/** Whether a consent is registered with this very body, and not taken back. */
export async function isRegistered(
  database: Database | Transaction,
  { refHash, bodyHash }: Registered,
): Promise<boolean> {
  const found = await database.consentRegistration.findUnique({ where: { refHash } });
  return found !== null && !found.withdrawn && sameBytes(found.bodyHash, bodyHash);
}

/**
 * Takes a consent back: sealed signals of it are deleted wherever they are, and none can be stored again.
 * For a reference that nobody registered the same is done, to no rows.
 * @returns ids of organisations that had such a signal
 */
export async function withdraw(database: Database, consentRef: Uint8Array): Promise<string[]> {
  const where = { refHash: h32(consentRef) };
  return database.$transaction(async (tx) => {
    // First the registration: a store that runs at the same time waits for this row, then finds it closed.
    await tx.consentRegistration.updateMany({ where, data: { withdrawn: true } });
    const held = await tx.sealedSignal.findMany({ where, select: { organisationId: true } });
    await tx.sealedSignal.deleteMany({ where });
    return held.map(({ organisationId }) => organisationId);
  });
}

/** Whether a consent left in a release; only whoever knows the hash of its body gets a yes. */
export async function hasLeft(
  database: Database,
  { refHash, bodyHash }: Registered,
): Promise<boolean> {
  const found = await database.consentRegistration.findUnique({ where: { refHash } });
  return found ? found.left && sameBytes(found.bodyHash, bodyHash) : false;
}

/** A registration is of no use when its longest consent has ended. @returns how many were deleted */
export async function deleteOldRegistrations(database: Database, today: number): Promise<number> {
  const where = { day: { lt: today - registrationDays } };
  // No consent lasts so long: a seal that is this old can never leave.
  await database.sealedSignal.deleteMany({ where });
  const { count } = await database.consentRegistration.deleteMany({ where });
  return count;
}

/** Days that the two hashes stay: longer than any consent lasts (four quarters and the release after them). */
const registrationDays = 550;
