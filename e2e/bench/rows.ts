import type { Database } from '#lib/server/db/database.ts';

/** Bytes of one archive record: a padded message of the smallest size, sealed. */
export const archiveBytes = 584;
const frameBytes = 628;
const recordsOfAChat = 20;

/** Sizes in bytes, as the database itself counts them, and what there is to count. */
export type Sizes = { databaseBytes: number; mailboxes: number; archiveRows: number };

/**
 * Archive of chats that are over: SQL makes the rows where they lie, a thousand chats of the past would
 * take hours to type. Their bytes do not compress, as ciphertext does not.
 */
export async function addArchive(database: Database, rows: number): Promise<void> {
  await liveADay(database, 1_000_000, Math.ceil(rows / recordsOfAChat));
}

/** Chats of one day, ended, each with its archive, its last frames, its checkpoint and its key. */
export async function liveADay(database: Database, day: number, chats: number): Promise<void> {
  const tag = `day-${day}-${Math.random()}`;
  const id = `md5('${tag}' || c)`;
  await run(
    database,
    `INSERT INTO "Mailbox" ("id","organisationId","tokenHash","state","openedDay","expiresDay","checkpointN")
     SELECT ${id}, (SELECT "id" FROM "Organisation" LIMIT 1), decode(md5(c::text) || md5('t' || c), 'hex'),
       'closed', ${day}, ${day + 30}, ${recordsOfAChat} FROM generate_series(1, ${chats}) c`,
    `INSERT INTO "Checkpoint" ("mailboxId","n","blob")
     SELECT ${id}, ${recordsOfAChat}, ${noise(4168)} FROM generate_series(1, ${chats}) c`,
    `INSERT INTO "ConversationKeyWrap" ("mailboxId","deviceId","senderDeviceId","blob")
     SELECT ${id}, ${id}, ${id}, ${noise(1224)} FROM generate_series(1, ${chats}) c`,
    `INSERT INTO "Frame" ("id","mailboxId","direction","blob")
     SELECT md5('f${tag}' || c), ${id}, 1, ${noise(frameBytes)} FROM generate_series(1, ${chats}) c`,
    `INSERT INTO "ArchiveRecord" ("mailboxId","i","direction","blob")
     SELECT ${id}, i, i % 2, ${noise(archiveBytes, "c || '-' || i || '-'")}
     FROM generate_series(1, ${chats}) c, generate_series(0, ${recordsOfAChat - 1}) i`,
  );
}

/** SQL for bytes that do not compress; one value for each row that `seed` tells apart. */
function noise(bytes: number, seed = 'c'): string {
  const hashes = Math.ceil(bytes / 32);
  return `(SELECT substring(string_agg(sha256((${seed} || k::text || '${Math.random()}')::bytea), ''), 1, ${bytes})
    FROM generate_series(1, ${hashes}) k)`;
}

async function run(database: Database, ...statements: string[]): Promise<void> {
  for (const statement of statements) await database.$executeRawUnsafe(statement);
}

/** How large the database is, and how much it holds. */
export async function readSizes(database: Database): Promise<Sizes> {
  const [size] = await database.$queryRaw<{ bytes: bigint }[]>`
    SELECT pg_database_size(current_database()) AS bytes`;
  return {
    databaseBytes: Number(size?.bytes ?? 0),
    mailboxes: await database.mailbox.count(),
    archiveRows: await database.archiveRecord.count(),
  };
}
