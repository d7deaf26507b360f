import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startEmbedded } from './embedded-database.ts';

/**
 * Making an empty PostgreSQL takes seconds, copying one does not: it is made once, with no table and
 * no row in it, and kept beside the builds.
 * @param templates folder that holds templates
 * @param folder where the database is to be; must not exist
 */
export async function copyEmptyDatabase(templates: string, folder: string): Promise<void> {
  const template = join(templates, `empty-database-${pgliteVersion()}`);
  if (!existsSync(template)) await makeTemplate(templates, template);
  // Under another name until it is whole: a process that is killed here leaves no half database.
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(template, unfinished, { recursive: true });
  renameSync(unfinished, folder);
}

function pgliteVersion(): string {
  // The package does not export its package.json; its entry lies one folder below.
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')).version;
}

async function makeTemplate(templates: string, template: string): Promise<void> {
  const scratch = mkdtempSync(join(templates, 'making-'));
  const database = await startEmbedded({ folder: join(scratch, 'database'), durable: false });
  await database.stop();
  // Two processes may both have made one; the first stays.
  if (!existsSync(template)) renameSync(join(scratch, 'database'), template);
  rmSync(scratch, { recursive: true, force: true });
}
