import { createHash } from 'node:crypto';
import type { PublicFile } from '#lib/server/build/site-manifest.ts';

/** How many addresses are asked for at a time. */
const AT_ONCE = 8;
/** As a browser asks, and as somebody asks who wants the bytes as they are: both must be the same. */
const encodings = ['br, gzip', 'identity'];
/** What a connection or a proxy in front adds; none of it changes what a page may do. */
const harmless = new Set([
  'alt-svc',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'server',
  'strict-transport-security',
  'transfer-encoding',
  'vary',
  'via',
]);

/** What a site sends at one address, held against what the build says. @returns sentences; none: the same */
async function differencesOf(origin: string, file: PublicFile): Promise<string[]> {
  const found = new Set<string>();
  for (const encoding of encodings) {
    const response = await fetch(origin + file.path, {
      redirect: 'manual',
      headers: { 'accept-encoding': encoding },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status !== 200) found.add(`answers with status ${response.status}`);
    else for (const difference of differences(file, response.headers, bytes)) found.add(difference);
  }
  return [...found].map((difference) => `${file.path} ${difference}`);
}

function differences(file: PublicFile, headers: Headers, bytes: Uint8Array): string[] {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const wrong = Object.entries(file.headers).flatMap(([name, value]) => {
    const sent = headers.get(name);
    return sent === value ? [] : [`sends the header ${name}: ${sent ?? '(none)'}, not: ${value}`];
  });
  const more = [...headers.keys()].filter((name) => !(name in file.headers) && !harmless.has(name));
  return [
    ...(sha256 === file.sha256
      ? []
      : [`has other bytes: SHA-256 ${sha256}, not ${file.sha256} (${bytes.length} bytes)`]),
    ...wrong,
    ...more.map((name) => `sends a header that ours does not: ${name}: ${headers.get(name)}`),
  ];
}

/**
 * Asks a site for everything public and compares.
 * @param origin without a slash at the end
 * @returns every difference as a sentence that begins with the address
 * @throws when the site is not to be reached
 */
export async function compareSite(origin: string, files: readonly PublicFile[]): Promise<string[]> {
  const waiting = [...files];
  const found: string[] = [];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      found.push(...(await differencesOf(origin, file)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found.sort();
}
