import type { StoredBytes } from '../credentials/tokens.ts';
import type { Transaction } from '../db/database.ts';
import type { NewArchiveRecord, NewCheckpoint } from './types.ts';

type FrameRow = { mailboxId: string; direction: number; blob: StoredBytes };

/** Everything that a group changes, gathered so that one statement can write it. */
export type Changes = {
  /** New frames by id, in the order in which they are to be read. */
  frames: Map<string, FrameRow>;
  dropped: { mailboxId: string; direction: number; frameId: string }[];
  /** The last checkpoint of each mailbox. */
  checkpoints: Map<string, NewCheckpoint>;
  boxes: Map<string, { n: number; state: string; expiresDay: number | null }>;
  archive: (NewArchiveRecord & { mailboxId: string })[];
};

export function noChanges(): Changes {
  return {
    frames: new Map(),
    dropped: [],
    checkpoints: new Map(),
    boxes: new Map(),
    archive: [],
  };
}

function isEmpty({ frames, dropped, boxes }: Changes): boolean {
  return frames.size === 0 && dropped.length === 0 && boxes.size === 0;
}

/** Byte strings behind one another, and where each begins (from 1, as SQL counts) and how long it is. */
function packer() {
  const parts: StoredBytes[] = [];
  let end = 1;
  return {
    add(rows: readonly { blob: StoredBytes }[]): { at: number[]; size: number[] } {
      const at = rows.map(({ blob }) => {
        parts.push(blob);
        end += blob.length;
        return end - blob.length;
      });
      return { at, size: rows.map(({ blob }) => blob.length) };
    },
    bytes: (): StoredBytes => new Uint8Array(Buffer.concat(parts)),
  };
}

/**
 * Writes all of it with one statement, whatever its size: rows travel as arrays, and their bytes as one
 * value from which each row cuts its own. An array of byte strings would travel as text, twice as long.
 * A frame is found by its id and only then compared: an index of the mailbox also leads through every frame
 * that was deleted since the last VACUUM.
 * @throws when a frame id or an archive number is taken; nothing is written then
 */
export async function writeChanges(tx: Transaction, changes: Changes): Promise<void> {
  if (isEmpty(changes)) return;
  const pack = packer();
  const frames = [...changes.frames].map(([id, row]) => ({ id, ...row }));
  const points = [...changes.checkpoints].map(([id, row]) => ({ id, ...row }));
  const boxes = [...changes.boxes].map(([id, row]) => ({ id, ...row }));
  const { archive, dropped } = changes;
  const frame = pack.add(frames);
  const point = pack.add(points);
  const record = pack.add(archive);
  const bytes = pack.bytes();
  await tx.$executeRaw`
    WITH "dropped" AS (
      DELETE FROM "Frame" f
      USING unnest(${dropped.map((row) => row.frameId)}::text[], ${dropped.map((row) => row.mailboxId)}::text[],
        ${dropped.map((row) => row.direction)}::int[]) AS i("id", "mailboxId", "direction")
      WHERE f."id" = i."id" AND f."mailboxId" || f."direction" = i."mailboxId" || i."direction"
    ), "boxes" AS (
      UPDATE "Mailbox" m
      SET "checkpointN" = i."n", "state" = i."state", "expiresDay" = coalesce(i."day", m."expiresDay")
      FROM unnest(${boxes.map((row) => row.id)}::text[], ${boxes.map((row) => row.n)}::int[],
        ${boxes.map((row) => row.state)}::text[], ${boxes.map((row) => row.expiresDay)}::int[])
        AS i("id", "n", "state", "day")
      WHERE m."id" = i."id"
    ), "points" AS (
      INSERT INTO "Checkpoint" ("mailboxId", "n", "blob")
      SELECT i."id", i."n", substring(b."bytes" FROM i."at" FOR i."size")
      FROM (SELECT ${bytes}::bytea AS "bytes") b, unnest(${points.map((row) => row.id)}::text[],
        ${points.map((row) => row.n)}::int[], ${point.at}::int[], ${point.size}::int[])
        AS i("id", "n", "at", "size")
      ON CONFLICT ("mailboxId") DO UPDATE SET "n" = excluded."n", "blob" = excluded."blob"
    ), "records" AS (
      INSERT INTO "ArchiveRecord" ("mailboxId", "i", "direction", "blob")
      SELECT i."id", i."i", i."way", substring(b."bytes" FROM i."at" FOR i."size")
      FROM (SELECT ${bytes}::bytea AS "bytes") b, unnest(${archive.map((row) => row.mailboxId)}::text[],
        ${archive.map((row) => row.i)}::int[], ${archive.map((row) => row.direction)}::int[],
        ${record.at}::int[], ${record.size}::int[]) AS i("id", "i", "way", "at", "size")
    )
    INSERT INTO "Frame" ("id", "mailboxId", "direction", "blob")
    SELECT i."id", i."mailboxId", i."way", substring(b."bytes" FROM i."at" FOR i."size")
    FROM (SELECT ${bytes}::bytea AS "bytes") b, unnest(${frames.map((row) => row.id)}::text[],
      ${frames.map((row) => row.mailboxId)}::text[], ${frames.map((row) => row.direction)}::int[],
      ${frame.at}::int[], ${frame.size}::int[]) WITH ORDINALITY
      AS i("id", "mailboxId", "way", "at", "size", "place")
    ORDER BY i."place"`;
}
