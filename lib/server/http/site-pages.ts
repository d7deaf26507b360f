import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLocale } from '../locales.ts';
import type { Audience } from '../security-headers.ts';

/** How a page of the build is answered. */
export type PrerenderedPage = {
  kind: 'prerendered';
  audience: Audience;
  html: Buffer;
  file: string;
};
export type SitePage = PrerenderedPage | { kind: 'rendered'; audience: Audience };

export type SitePages = {
  /** @returns null for an address that no page has. */
  find(path: string): SitePage | null;
  /** By address: the same bytes for everyone. */
  prerendered: ReadonlyMap<string, PrerenderedPage>;
  /** Other files that the build made ahead, such as an icon. */
  files: ReadonlyMap<string, { bytes: Buffer; type: string }>;
};

type PrerenderManifest = {
  routes: Record<string, { initialHeaders?: Record<string, string> }>;
  dynamicRoutes: Record<string, { fallback: false | null | string }>;
};
type RoutesManifest = {
  staticRoutes: { page: string; regex: string }[];
  dynamicRoutes: { page: string; regex: string }[];
};

/** First part of the address after the language, or without one: everything of the team's. */
const teamPages = new Set(['sign-in', 'desk', 'office', 'setup', 'join', 'renew']);

export function audienceOf(path: string): Audience {
  const [, first = '', second = ''] = path.split('/');
  return teamPages.has(isLocale(first) ? second : first) ? 'team' : 'help';
}

/**
 * Reads which pages a build has. Prerendered ones are read into memory; the others are rendered for
 * each visit. An address that names no language of ours where a page wants one has no page.
 * @param folder `.next/HASH`
 */
export function readSitePages(folder: string): SitePages {
  const prerender: PrerenderManifest = readJson(join(folder, 'prerender-manifest.json'));
  const routes: RoutesManifest = readJson(join(folder, 'routes-manifest.json'));
  const pages = new Map<string, PrerenderedPage>();
  const files = new Map<string, { bytes: Buffer; type: string }>();
  for (const [path, route] of Object.entries(prerender.routes)) {
    const base = join(folder, 'server/app', path);
    if (existsSync(`${base}.html`)) {
      const file = `${base}.html`;
      const html = readFileSync(file);
      pages.set(path, { kind: 'prerendered', audience: audienceOf(path), html, file });
    } else if (existsSync(`${base}.body`)) {
      const type = route.initialHeaders?.['content-type'] ?? 'application/octet-stream';
      files.set(path, { bytes: readFileSync(`${base}.body`), type });
    }
  }
  const rendered = [...routes.staticRoutes, ...routes.dynamicRoutes]
    // With `fallback: false` all addresses of a page were prerendered: there are no others.
    .filter(({ page }) => prerender.dynamicRoutes[page]?.fallback !== false)
    .filter(({ page }) => !page.startsWith('/_') && !pages.has(page) && !files.has(page))
    .map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }));
  return {
    files,
    prerendered: pages,
    find(path) {
      const page = pages.get(path);
      if (page !== undefined) return page;
      const match = rendered.find(({ pattern }) => pattern.test(path));
      if (match === undefined) return null;
      if (match.page.startsWith('/[locale]') && !isLocale(path.split('/')[1])) return null;
      return { kind: 'rendered', audience: audienceOf(path) };
    },
  };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}
