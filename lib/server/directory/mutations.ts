import type { Database, Transaction } from '../db/database.ts';
import { nextHead } from './policy.ts';
import type { Addition } from './types.ts';

/**
 * Appends to an organisation's directory, and stores the keys that come with it. Compare-and-swap on
 * the length: two members who append at once never interleave.
 * @returns the new length; null when the sender did not know all entries (read again, then retry)
 */
export async function appendToDirectory(
  tx: Transaction,
  organisationId: string,
  addition: Addition,
): Promise<number | null> {
  const { after, entries } = addition;
  const length = after + entries.length;
  const { count } = await tx.organisation.updateMany({
    where: { id: organisationId, directoryLength: after },
    data: { directoryLength: length },
  });
  if (count === 0) return null;
  const { directoryHead } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { directoryHead: true },
  });
  let head = directoryHead;
  const rows = entries.map((raw, i) => {
    const n = after + i + 1;
    head = nextHead(head, n, raw);
    return { organisationId, n, type: raw[1] ?? 0, raw, head };
  });
  await tx.directoryEntry.createMany({ data: rows });
  await tx.organisation.update({
    where: { id: organisationId },
    data: { directoryHead: head },
  });
  await storeSeals(tx, organisationId, addition.seals);
  await storeWraps(tx, organisationId, addition.wraps);
  return length;
}

/** Undoes a transaction whose directory was not as long as its sender thought. */
class Stale extends Error {}

/**
 * Runs a transaction that appends among other things. When the directory was longer than its sender knew,
 * nothing of it stays.
 * @param work is given what appends, and has the new length from it
 */
export async function withAddition<T>(
  database: Database,
  organisationId: string,
  work: (tx: Transaction, append: (addition: Addition) => Promise<number>) => Promise<T>,
): Promise<T | { ok: false; code: 'stale' }> {
  try {
    return await database.$transaction((tx) =>
      work(tx, async (addition) => {
        const length = await appendToDirectory(tx, organisationId, addition);
        if (length === null) throw new Stale();
        return length;
      }),
    );
  } catch (error) {
    if (error instanceof Stale) return { ok: false, code: 'stale' };
    throw error;
  }
}

/** A newer seal for the same device replaces the older one: the device may have a new weekly key. */
async function storeSeals(tx: Transaction, organisationId: string, seals: Addition['seals']) {
  if (seals.length === 0) return;
  const newest = new Map(seals.map((seal) => [`${seal.epoch} ${seal.deviceId}`, seal]));
  const rows = [...newest.values()].map((seal) => ({ organisationId, ...seal }));
  await tx.teamEpochSeal.deleteMany({
    where: { organisationId, OR: rows.map(({ epoch, deviceId }) => ({ epoch, deviceId })) },
  });
  await tx.teamEpochSeal.createMany({ data: rows });
}

async function storeWraps(tx: Transaction, organisationId: string, wraps: Addition['wraps']) {
  if (wraps.length === 0) return;
  const keyOf = (wrap: Addition['wraps'][number]) => `${wrap.what} ${wrap.epoch} ${wrap.deviceId}`;
  const newest = new Map(wraps.map((wrap) => [keyOf(wrap), wrap]));
  const rows = [...newest.values()].map((wrap) => ({ organisationId, ...wrap }));
  await tx.keyWrap.deleteMany({
    where: {
      organisationId,
      OR: rows.map(({ what, epoch, deviceId }) => ({ what, epoch, deviceId })),
    },
  });
  await tx.keyWrap.createMany({ data: rows });
}
