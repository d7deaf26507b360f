import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitForFolderLock } from '../folder-lock.ts';
import { buildHash } from './build-hash.ts';
import { holdBuild, isMade, markMade, pruneBuilds } from './builds.ts';
import { compressBuild } from './compress-build.ts';
import { runNextBuild } from './run-next-build.ts';
import { writeSiteManifest } from './site-manifest.ts';

export type UsedBuild = {
  /** Its folder is `.next/NAME`. */
  name: string;
  /** Lets it be deleted by a later build. */
  release(): void;
};

/**
 * Finds the build of the sources as they are now, or makes it. One process builds at a time; others
 * wait and then use what it made. Old builds that nobody runs from are deleted.
 * @param pinned fingerprints out of ROOTS_FILE; null when the page accepts every organisation
 */
export async function ensureBuild(
  projectFolder: string,
  pinned: readonly string[] | null,
  report: (line: string) => void,
): Promise<UsedBuild> {
  const buildsFolder = join(projectFolder, '.next');
  const name = buildHash(projectFolder, pinned);
  const lock = await waitForFolderLock(buildsFolder, () => {
    report('Another process is building the pages; waiting for it.');
  });
  try {
    const folder = join(buildsFolder, name);
    if (!isMade(folder)) {
      report('Building the pages. This takes a minute or two, once.');
      rmSync(folder, { recursive: true, force: true });
      await runNextBuild(projectFolder, { name, pinned }, report);
      await compressBuild(folder);
      writeSiteManifest(folder);
      markMade(folder);
      pruneBuilds(buildsFolder, name);
    }
    return { name, release: holdBuild(folder) };
  } finally {
    await lock.release();
  }
}
