import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What goes into the pages. `lib/server` does not: pages may not import it (.dependency-cruiser.cjs). */
const sources = ['app', 'components', 'lib', 'messages'];
const singleFiles = ['next.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const leftOut = /(^lib\/server\/)|(\.test\.ts$)|(\.md$)/;

/**
 * Names a build after everything it is made from, so that an edit makes another build and the same
 * sources give the same name in any folder.
 * @param pinned fingerprints out of ROOTS_FILE; null when the page accepts every organisation
 * @returns 16 hex digits
 */
export function buildHash(projectFolder: string, pinned: readonly string[] | null): string {
  const hash = createHash('sha256');
  for (const path of [
    ...sources.flatMap((folder) => filesIn(projectFolder, folder)),
    ...singleFiles,
  ]) {
    const content = readFileSync(join(projectFolder, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  hash.update(pinned === null ? 'unpinned' : `pinned\0${pinned.join('\n')}`);
  return hash.digest('hex').slice(0, 16);
}

function filesIn(projectFolder: string, folder: string): string[] {
  if (!existsSync(join(projectFolder, folder))) return [];
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split('\\').join('/')}`)
    .filter((path) => !leftOut.test(path) && statSync(join(projectFolder, path)).isFile())
    .sort();
}
