import type { Database } from '../db/database.ts';

/** What this connection may do beside vacuuming its own tables. */
export type ErasureRights = { checkpoint: boolean; switchLog: boolean; catalogue: boolean };

/** Asks the database which rights it gives. */
export async function readErasureRights(database: Database): Promise<ErasureRights> {
  const [rights] = await database.$queryRaw<ErasureRights[]>`
    SELECT
      EXISTS (SELECT FROM pg_roles WHERE rolname IN (current_user, 'pg_checkpoint')
        AND (rolname = 'pg_checkpoint' AND pg_has_role(oid, 'USAGE') OR rolsuper)) AS checkpoint,
      has_function_privilege('pg_switch_wal()', 'EXECUTE') AS "switchLog",
      (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS catalogue`;
  return rights ?? { checkpoint: false, switchLog: false, catalogue: false };
}

type Setting = { name: string; setting: string };

const wanted: Record<string, string> = {
  wal_recycle: 'off',
  wal_init_zero: 'on',
  archive_mode: 'off',
  wal_keep_size: '0',
};

/**
 * Why what people deleted would stay on the database server's disk longer than the next quiet minute, in
 * sentences for the operator; none when all is as it should be.
 */
export async function readErasureProblems(database: Database): Promise<string[]> {
  const names = Object.keys(wanted);
  const settings = await database.$queryRaw<Setting[]>`
    SELECT name, setting FROM pg_settings WHERE name = ANY (${names}) ORDER BY name`;
  const [slots] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_replication_slots`;
  const [foreign] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_class WHERE relkind = 'r'
      AND relnamespace = current_schema()::regnamespace AND NOT pg_has_role(relowner, 'USAGE')`;
  const rights = await readErasureRights(database);
  const problems = settings
    .filter(({ name, setting }) => setting !== wanted[name])
    .map(({ name, setting }) => `${name} is ${setting}, and should be ${wanted[name]}`);
  if ((slots?.count ?? 0) > 0)
    problems.push('there are replication slots, which keep old log files');
  if ((foreign?.count ?? 0) > 0) problems.push('this user does not own every table of ours');
  if (!rights.checkpoint) problems.push('this user may not CHECKPOINT (GRANT pg_checkpoint)');
  if (!rights.switchLog) problems.push('this user may not call pg_switch_wal() (GRANT EXECUTE)');
  return problems;
}

/** Lines for the operator at start. */
export async function announceErasure(database: Database): Promise<string[]> {
  const problems = await readErasureProblems(database);
  if (problems.length === 0) return [];
  return [
    'What people delete stays in the files of your PostgreSQL longer than it should:',
    ...problems.map((problem) => `  ${problem}`),
    '  See "Erasure" in lib/server/db/README.md.',
  ];
}
