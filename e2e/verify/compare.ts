import { createHash, randomBytes } from 'node:crypto';
import type { PublicFile } from '#lib/server/build/site-manifest.ts';
import { headerFaults } from './headers.ts';

/** How many addresses are asked for at a time. */
const AT_ONCE = 8;
/** As a browser asks, and as somebody asks who wants the bytes as they are: both must be the same. */
const encodings = ['br, gzip', 'identity'];

/** What a site sends at one address, held against what the build says. @returns sentences; none: the same */
async function differencesOf(origin: string, file: PublicFile): Promise<string[]> {
  const found = new Set<string>();
  for (const encoding of encodings) {
    const response = await fetch(origin + file.path, {
      redirect: 'manual',
      headers: { 'accept-encoding': encoding },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status !== file.status)
      found.add(`answers with status ${response.status}, not ${file.status}`);
    else for (const difference of differences(file, response.headers, bytes)) found.add(difference);
  }
  return [...found].map((difference) => `${file.path} ${difference}`);
}

function differences(file: PublicFile, headers: Headers, bytes: Uint8Array): string[] {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return [
    ...(sha256 === file.sha256
      ? []
      : [`has other bytes: SHA-256 ${sha256}, not ${file.sha256} (${bytes.length} bytes)`]),
    ...headerFaults(headers, file.headers),
  ];
}

/** Whoever made an exception for the address in the list does not know this one. */
const unheardOf = ({ path, ...file }: PublicFile): PublicFile => ({
  ...file,
  path: `/${path.split('/')[1]}/${randomBytes(6).toString('hex')}`,
});

/**
 * Asks a site for everything public, and for an address of each language that nothing has, and compares.
 * @param origin without a slash at the end
 * @returns every difference as a sentence that begins with the address
 * @throws when the site is not to be reached
 */
export async function compareSite(origin: string, files: readonly PublicFile[]): Promise<string[]> {
  const waiting = [...files, ...files.filter(({ status }) => status === 404).map(unheardOf)];
  const found: string[] = [];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      found.push(...(await differencesOf(origin, file)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found.sort();
}
