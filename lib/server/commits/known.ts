import type { Statement, Statements } from '../db/statements.ts';
import type { Known } from './judge.ts';
import type { Box, NewCheckpoint, Write } from './types.ts';

type Row = Box & {
  isFrame: boolean;
  mailboxId: string;
  direction: number;
  fromPerson: number;
};

const known: Statement = {
  name: 'commits_known',
  text: `
    WITH "box" AS (
      SELECT "id", "organisationId", "state", "leaseMemberId", "checkpointN"
      FROM "Mailbox" WHERE "id" = ANY($1::text[]) ORDER BY "id" FOR UPDATE
    )
    SELECT false AS "isFrame", box.*, '' AS "mailboxId", 0 AS "direction",
      CASE WHEN box."id" = ANY($2::text[]) THEN (
        SELECT count(*)::int FROM "Frame" f WHERE f."mailboxId" = box."id" AND f."direction" = 0
      ) ELSE 0 END AS "fromPerson"
    FROM box
    UNION ALL
    SELECT true, "id", '', '', NULL, 0, "mailboxId", "direction", 0
    FROM "Frame" WHERE "id" = ANY($3::text[])`,
};

const checkpoints: Statement = {
  name: 'commits_checkpoints',
  text: `SELECT "mailboxId", "n", "blob" FROM "Checkpoint" WHERE "mailboxId" = ANY($1::text[])`,
};

/** Reads, with one statement, the mailboxes of a group, locked in one order, and frames of the same ids. */
export async function readKnown(statements: Statements, writes: readonly Write[]): Promise<Known> {
  const mailboxIds = [...new Set(writes.map(({ mailboxId }) => mailboxId))];
  const senders = writes.filter(({ kind }) => kind === 'store').map(({ mailboxId }) => mailboxId);
  const frameIds = writes.flatMap((write) =>
    write.kind === 'arrived' || write.frame === null ? [] : [write.frame.frameId],
  );
  const rows = await statements.run<Row>(known, [mailboxIds, senders, frameIds]);
  const boxes: [string, Row][] = [];
  const frames: [string, Row][] = [];
  for (const row of rows) (row.isFrame ? frames : boxes).push([row.id, row]);
  return { boxes: new Map(boxes), frames: new Map(frames), checkpoints: new Map() };
}

/** The stored checkpoint of each of these mailboxes; null where there is none. */
export async function readCheckpoints(
  statements: Statements,
  mailboxIds: readonly string[],
): Promise<Map<string, NewCheckpoint | null>> {
  const rows = await statements.run<NewCheckpoint & { mailboxId: string }>(checkpoints, [
    mailboxIds,
  ]);
  const stored = new Map(rows.map(({ mailboxId, n, blob }) => [mailboxId, { n, blob }]));
  return new Map(mailboxIds.map((id) => [id, stored.get(id) ?? null]));
}
