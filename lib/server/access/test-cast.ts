import { LEAST_SIGNALS } from '#lib/signals/release/pool.ts';
import { type StoredBytes, sha256 } from '../credentials/tokens.ts';
import type { Database } from '../db/database.ts';
import {
  addMember,
  addOrganisation,
  newId,
  newPerson,
  newTake,
  noise,
  type TestMember,
} from '../realtime/test-people.ts';

/** Somebody's conversation as it stands in the database, with all that others must not get at. */
export type Held = ReturnType<typeof newPerson> & {
  take: ReturnType<typeof newTake>;
  /** A frame of the counsellor that the person has not confirmed. */
  waitingFrameId: string;
};

/** A person who waits at this organisation. */
export async function addWaiting(database: Database, organisationId: string): Promise<Held> {
  const person = newPerson(organisationId);
  const { mailboxId, first, token } = person;
  await database.mailbox.create({
    data: {
      id: mailboxId,
      organisationId,
      tokenHash: sha256(token),
      state: 'waiting',
      openedDay: 1,
      expiresDay: 1_000_000,
      frames: { create: { id: first.frameId, direction: 0, blob: first.blob } },
    },
  });
  return { ...person, take: newTake(mailboxId), waitingFrameId: '' };
}

/** The same, taken by this member, with frames of both sides on their way. */
export async function addHeld(database: Database, owner: TestMember): Promise<Held> {
  const waiting = await addWaiting(database, owner.organisationId);
  const { mailboxId, take } = waiting;
  const { wrap, checkpoint } = take;
  const waitingFrameId = newId();
  await database.mailbox.update({
    where: { id: mailboxId },
    data: {
      state: 'open',
      leaseMemberId: owner.memberId,
      leaseDeviceId: wrap.deviceId,
      checkpointN: 1,
      checkpoint: { create: checkpoint },
      keyWraps: { create: wrap },
      frames: { create: { id: waitingFrameId, direction: 1, blob: noise(628) } },
      archive: { create: { i: 0, direction: 0, blob: noise(600) } },
    },
  });
  return { ...waiting, waitingFrameId };
}

/** Everybody who may try: of our organisation, and one of another who may do everything there. */
export async function addCast(database: Database, ours: string, theirs: string) {
  return {
    counsellor: await addMember(database, ours, 1),
    supervisor: await addMember(database, ours, 2),
    pending: await addMember(database, ours, 3, 'pending'),
    colleague: await addMember(database, ours, 3),
    stranger: await addMember(database, theirs, 3),
  };
}

/** All that the database holds of one organisation, in an order that does not depend on anything. */
export async function snapshot(database: Database, organisationId: string): Promise<string> {
  const where = { organisationId };
  const ofMailbox = { where: { mailbox: { organisationId } } };
  const rows = [
    await database.organisation.findMany({ where: { id: organisationId } }),
    await database.member.findMany({ where, orderBy: { id: 'asc' } }),
    await database.invitation.findMany({ where, orderBy: { tokenHash: 'asc' } }),
    await database.directoryEntry.findMany({ where, orderBy: { n: 'asc' } }),
    await database.teamEpochSeal.findMany({
      where,
      orderBy: [{ epoch: 'asc' }, { deviceId: 'asc' }],
    }),
    await database.keyWrap.findMany({ where, orderBy: [{ epoch: 'asc' }, { deviceId: 'asc' }] }),
    await database.mailbox.findMany({ where, orderBy: { id: 'asc' } }),
    await database.frame.findMany({ ...ofMailbox, orderBy: { id: 'asc' } }),
    await database.checkpoint.findMany({ ...ofMailbox, orderBy: { mailboxId: 'asc' } }),
    await database.conversationKeyWrap.findMany({ ...ofMailbox, orderBy: { mailboxId: 'asc' } }),
    await database.sealedSignal.findMany({ where, orderBy: { refHash: 'asc' } }),
    await database.archiveRecord.findMany({ ...ofMailbox, orderBy: { mailboxId: 'asc' } }),
  ];
  return JSON.stringify(rows, (_key, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
}

/** A case with a registered consent, sealed for an organisation. */
export async function addSealed(database: Database, organisationId: string, scope = 1) {
  const registered = { refHash: noise(32), bodyHash: noise(32) };
  await database.consentRegistration.create({ data: { ...registered, day: 1 } });
  const { refHash } = registered;
  await database.sealedSignal.create({
    data: { organisationId, refHash, scope, epoch: 1, day: 1, blob: noise(1300) },
  });
  return registered;
}

/**
 * A pool that is just large enough for a pattern: twenty signals, half of them of another organisation, whose desk
 * this one is.
 * @returns their references
 */
export async function addPool(database: Database, organisationId: string): Promise<StoredBytes[]> {
  const refs: StoredBytes[] = [];
  for (let i = 0; i < LEAST_SIGNALS; i++)
    refs.push((await addSealed(database, organisationId, 2)).refHash);
  const theirs = { refHash: { in: refs.slice(LEAST_SIGNALS / 2) } };
  const originId = await addOrganisation(database);
  await database.sealedSignal.updateMany({ where: theirs, data: { originId } });
  return refs;
}
