import type { StoredBytes } from '../credentials/tokens.ts';
import type { Statement, Statements } from '../db/statements.ts';
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
    bytes: () => Buffer.concat(parts),
  };
}

/**
 * Writes all of it with one statement, whatever its size: rows travel as arrays, and their bytes as one
 * value from which each row cuts its own. An array of byte strings would travel as text, twice as long.
 * A frame is found by its id and only then compared: an index of the mailbox also leads through every frame
 * that was deleted since the last VACUUM.
 * @throws when a frame id or an archive number is taken; nothing is written then
 */
export async function writeChanges(statements: Statements, changes: Changes): Promise<void> {
  if (isEmpty(changes)) return;
  const pack = packer();
  const frames = [...changes.frames].map(([id, row]) => ({ id, ...row }));
  const points = [...changes.checkpoints].map(([id, row]) => ({ id, ...row }));
  const boxes = [...changes.boxes].map(([id, row]) => ({ id, ...row }));
  const { archive, dropped } = changes;
  const frame = pack.add(frames);
  const point = pack.add(points);
  const record = pack.add(archive);
  await statements.run(write, [
    pack.bytes(),
    ...[dropped.map((row) => row.frameId), dropped.map((row) => row.mailboxId)],
    dropped.map((row) => row.direction),
    ...[boxes.map((row) => row.id), boxes.map((row) => row.n), boxes.map((row) => row.state)],
    boxes.map((row) => row.expiresDay),
    ...[points.map((row) => row.id), points.map((row) => row.n), point.at, point.size],
    ...[archive.map((row) => row.mailboxId), archive.map((row) => row.i)],
    ...[archive.map((row) => row.direction), record.at, record.size],
    ...[frames.map((row) => row.id), frames.map((row) => row.mailboxId)],
    ...[frames.map((row) => row.direction), frame.at, frame.size],
  ]);
}

const write: Statement = {
  name: 'commits_write',
  text: `
    WITH "dropped" AS (
      DELETE FROM "Frame" f
      USING unnest($2::text[], $3::text[], $4::int[]) AS i("id", "mailboxId", "direction")
      WHERE f."id" = i."id" AND f."mailboxId" || f."direction" = i."mailboxId" || i."direction"
    ), "boxes" AS (
      UPDATE "Mailbox" m
      SET "checkpointN" = i."n", "state" = i."state", "expiresDay" = coalesce(i."day", m."expiresDay")
      FROM unnest($5::text[], $6::int[], $7::text[], $8::int[]) AS i("id", "n", "state", "day")
      WHERE m."id" = i."id"
    ), "points" AS (
      INSERT INTO "Checkpoint" ("mailboxId", "n", "blob")
      SELECT i."id", i."n", substring($1::bytea FROM i."at" FOR i."size")
      FROM unnest($9::text[], $10::int[], $11::int[], $12::int[]) AS i("id", "n", "at", "size")
      ON CONFLICT ("mailboxId") DO UPDATE SET "n" = excluded."n", "blob" = excluded."blob"
    ), "records" AS (
      INSERT INTO "ArchiveRecord" ("mailboxId", "i", "direction", "blob")
      SELECT i."id", i."i", i."way", substring($1::bytea FROM i."at" FOR i."size")
      FROM unnest($13::text[], $14::int[], $15::int[], $16::int[], $17::int[])
        AS i("id", "i", "way", "at", "size")
    )
    INSERT INTO "Frame" ("id", "mailboxId", "direction", "blob")
    SELECT i."id", i."mailboxId", i."way", substring($1::bytea FROM i."at" FOR i."size")
    FROM unnest($18::text[], $19::text[], $20::int[], $21::int[], $22::int[]) WITH ORDINALITY
      AS i("id", "mailboxId", "way", "at", "size", "place")
    ORDER BY i."place"`,
};
