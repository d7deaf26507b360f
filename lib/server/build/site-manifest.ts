import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { faviconHeaders, faviconPath, icon } from '../http/favicon.ts';
import { awayHeaders, blankPage } from '../http/own-addresses.ts';
import { fileHeaders, pageHeaders, statusPath } from '../http/pages.ts';
import { readSitePages } from '../http/site-pages.ts';
import { readStaticFiles } from '../http/static-files.ts';

/** One thing that everybody gets in the same bytes, and with the same headers. */
export type PublicFile = {
  /** Address on the site, such as `/nl` or `/_next/static/chunks/….js`. */
  path: string;
  /** 404: what stands at every address of its language that nothing has. */
  status: 200 | 404;
  /** SHA-256 of the bytes before any compression, in hex. */
  sha256: string;
  bytes: number;
  /** By lower-case name; of a page `content-security-policy` names its scripts. */
  headers: Record<string, string>;
};

function publicFile(path: string, bytes: Buffer, headers: OutgoingHttpHeaders): PublicFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const status = statusPath.test(path) ? 404 : 200;
  return { path, status, sha256, bytes: bytes.length, headers: Object.fromEntries(named) };
}

/**
 * Everything public of a build, sorted by address. What is rendered for one visit is not among it. Read from the build
 * and not from the list beside it, which an older Havre may have written.
 */
export function publicFilesOf(buildFolder: string): PublicFile[] {
  const site = readSitePages(buildFolder);
  const pages = [...site.prerendered].filter(
    ([path]) => !/^\/_/.test(path) && (!statusPath.test(path) || path.endsWith('/not-found')),
  );
  const files = readStaticFiles(join(buildFolder, 'static'));
  return [
    ...pages.map(([path, page]) => publicFile(path, page.html, pageHeaders(page))),
    ...[...site.files].map(([path, { bytes, type }]) => publicFile(path, bytes, fileHeaders(type))),
    ...[...files].map(([path, { bytes, headers }]) => publicFile(path, bytes, headers)),
    publicFile('/away', Buffer.from(blankPage), awayHeaders),
    publicFile(faviconPath, icon, faviconHeaders),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes down, beside a finished build, what a site that runs it must send (`npm run verify-site`). */
export function writeSiteManifest(buildFolder: string): void {
  const list = `${JSON.stringify(publicFilesOf(buildFolder), null, 2)}\n`;
  writeFileSync(join(buildFolder, 'site-manifest.json'), list);
}
