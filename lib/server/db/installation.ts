import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

/** The one row that says what this database belongs to. */
export type Installation = { siteId: Uint8Array; accountSecret: Uint8Array; demo: boolean };

export type InstallationResult =
  | { ok: true; installation: Installation }
  | { ok: false; code: 'holds_demo' | 'holds_organisations' };

/**
 * Reads the row, or makes it in a new database. A demo's passwords are public, so a real server
 * refuses a demo's database, and a demo refuses one with organisations that it did not make.
 */
export async function claimInstallation(
  database: Database,
  demo: boolean,
): Promise<InstallationResult> {
  const found = await database.installation.findUnique({ where: { id: 1 } });
  if (found === null) {
    const installation = await database.installation.create({
      data: { demo, siteId: bytes(16), accountSecret: bytes(32) },
    });
    return { ok: true, installation };
  }
  if (found.demo === demo) return { ok: true, installation: found };
  if (found.demo) return { ok: false, code: 'holds_demo' };
  if ((await database.organisation.count()) > 0) return { ok: false, code: 'holds_organisations' };
  // Somebody ran `npm start` and set nothing up: nothing of theirs is lost by a demo.
  const installation = await database.installation.update({ where: { id: 1 }, data: { demo } });
  return { ok: true, installation };
}

function bytes(count: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(count));
}
