import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../db/database.ts';
import { startSession } from '../sessions/mutations.ts';

/** 16 random bytes as the protocol writes ids. */
export const newId = (): string => randomBytes(16).toString('hex');

/** Random bytes, as ciphertext looks to the server. */
export const noise = (size: number): Uint8Array<ArrayBuffer> => Uint8Array.from(randomBytes(size));

/** A sealed frame of the usual size. */
export const newFrame = () => ({ frameId: newId(), blob: noise(628) });

/** A first frame whose public header names this team and mailbox. */
export function startFrame(teamId: string, mailboxId: string) {
  const header = Buffer.alloc(1208);
  header.writeUInt32BE(0x01010101);
  header.write(teamId, 12, 'hex');
  header.write(mailboxId, 1188, 'hex');
  return { frameId: newId(), blob: Uint8Array.from(Buffer.concat([header, randomBytes(584)])) };
}

/** The row that says whose database it is. */
export async function addInstallation(database: Database, demo = false): Promise<void> {
  await database.installation.create({
    data: { demo, siteId: noise(16), accountSecret: noise(32) },
  });
}

/** An organisation with an empty directory. @returns its id */
export async function addOrganisation(database: Database, id = newId()): Promise<string> {
  await database.organisation.create({
    data: {
      id,
      siteEntry: noise(120),
      adminCert: noise(120),
      siteVersion: 1,
      directoryLength: 0,
      directoryHead: noise(32),
    },
  });
  return id;
}

export type TestMember = { memberId: string; organisationId: string; cookie: string };

/** A member with a session. @param roles 1 counsellor, 2 supervisor */
export async function addMember(
  database: Database,
  organisationId: string,
  roles = 1,
  status = 'active',
): Promise<TestMember> {
  const memberId = newId();
  await database.member.create({
    data: {
      id: memberId,
      organisationId,
      loginName: `name-${memberId.slice(0, 8)}`,
      displayName: 'Name',
      salt: noise(16),
      loginKeyHash: Uint8Array.from(createHash('sha256').update(memberId).digest()),
      vault: noise(100),
      vaultVersion: 1,
      status,
      roles,
      identity: noise(120),
      deviceEpoch: noise(120),
    },
  });
  const token = await startSession(database, memberId, Date.now());
  return { memberId, organisationId, cookie: `havre_session=${token}` };
}

/** Somebody who asks for help, before their first request. */
export function newPerson(organisationId: string) {
  const mailboxId = newId();
  const token = noise(32);
  const first = startFrame(organisationId, mailboxId);
  return {
    mailboxId,
    token,
    first,
    opening: { organisationId, mailboxId, token, first },
  };
}

export const newCheckpoint = (n: number) => ({ n, blob: noise(4168) });

/** What a desk sends to take somebody. */
export function newTake(mailboxId: string, received: string[] = []) {
  const deviceId = newId();
  return {
    mailboxId,
    claim: newFrame(),
    checkpoint: newCheckpoint(1),
    wrap: { deviceId, senderDeviceId: deviceId, blob: noise(1224) },
    received,
    archive: [],
  };
}

/** What a desk sends to write, or to end. */
export const newSend = (mailboxId: string, n: number) => ({
  mailboxId,
  frame: newFrame(),
  checkpoint: newCheckpoint(n),
  archive: [],
});
