/**
 * Fingerprints of the organisations this build accepts, from the operator's ROOTS_FILE; undefined: all.
 * `next build` replaces the variable by its value, so a server cannot change it without changing the
 * page's code. Under Node, where there is no build, nothing is pinned.
 */
export function pinnedFingerprints(): readonly string[] | undefined {
  const pinned = process.env.HAVRE_PINNED;
  return pinned ? pinned.split(',') : undefined;
}
