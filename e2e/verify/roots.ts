import { organisationsOf } from '#lib/client/site/organisation.ts';
import { fingerprint } from '#lib/crypto/organisation/fingerprint.ts';

export type SiteRoot = { name: string; fingerprint: string };

/**
 * The organisations that a site shows to people, each with the number of its roots.
 * @param origin without a slash at the end
 * @returns null when `/site.bin` is not there, or is refused as a page would refuse it
 */
export async function readRoots(origin: string): Promise<SiteRoot[] | null> {
  const response = await fetch(`${origin}/site.bin`);
  if (!response.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const found = await organisationsOf(bytes, Date.now());
  if (found === null) return null;
  return found.map(({ name, roots }) => ({ name, fingerprint: fingerprint(roots) }));
}
