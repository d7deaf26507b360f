import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { documentHeaders, pagePolicy } from '../security-headers.ts';
import { type Asset, createAsset, sendAsset } from './asset.ts';
import { addressLocale } from './choose-locale.ts';
import type { Exchange, Responder } from './exchange.ts';
import { inlineScriptHashes } from './inline-scripts.ts';
import type { NextRenderer } from './next-renderer.ts';
import { send, sendWrongMethod } from './send.ts';
import { type PrerenderedPage, readSitePages, type SitePage } from './site-pages.ts';

export type Pages = {
  respond: Responder;
  /** The page for an address that does not exist (404) or for a fault of ours (500). */
  respondWith(exchange: Exchange, what: 'not-found' | 'error'): Promise<true>;
};

/** Where the build keeps the pages that are shown in place of others; no address of their own. */
export const statusPath = /^\/[^/]+\/status\//;

/** The pages of a build: prerendered ones from memory, the others through Next. */
export function createPages(buildFolder: string, renderer: NextRenderer): Pages {
  const site = readSitePages(buildFolder);
  const assets = new Map<string, Asset>();
  for (const [path, { bytes, type }] of site.files) {
    assets.set(path, createAsset(bytes, fileHeaders(type)));
  }
  return {
    async respond(exchange) {
      const { path, method, response } = exchange;
      const file = assets.get(path);
      const page = statusPath.test(path) ? null : site.find(path);
      if (file === undefined && page === null) return trimSlash(exchange);
      if (method !== 'GET') return sendWrongMethod(response, ['GET', 'HEAD']);
      if (file !== undefined) return sendAsset(exchange, file);
      if (page?.kind === 'prerendered' && !isRouterRequest(exchange.request)) {
        return sendAsset(exchange, prerenderedAsset(assets, path, page));
      }
      return renderPage(exchange, page, renderer);
    },
    async respondWith(exchange, what) {
      const path = `/${addressLocale(exchange.path, exchange.request)}/status/${what}`;
      const page =
        site.find(path) ?? site.find(what === 'error' ? '/_global-error' : '/_not-found');
      if (page?.kind !== 'prerendered') throw new Error('the build has no page for errors');
      const asset = prerenderedAsset(assets, `status:${path}`, page);
      return sendAsset(exchange, asset, what === 'error' ? 500 : 404);
    },
  };
}

/** Next's router in the browser asks for a page's data instead of its HTML. */
function isRouterRequest(request: IncomingMessage): boolean {
  return request.headers.rsc === '1';
}

/** Headers of a file that the build made ahead and that is no page. */
export function fileHeaders(type: string): OutgoingHttpHeaders {
  return { ...documentHeaders(pagePolicy([])), 'content-type': type };
}

/** The same policy for everyone; it names exactly this page's scripts. */
export function pageHeaders({ html, audience }: PrerenderedPage): OutgoingHttpHeaders {
  const policy = pagePolicy(inlineScriptHashes(html.toString('utf8')));
  return { ...documentHeaders(policy, audience), 'content-type': 'text/html; charset=utf-8' };
}

function prerenderedAsset(assets: Map<string, Asset>, key: string, page: PrerenderedPage): Asset {
  const known = assets.get(key);
  if (known !== undefined) return known;
  const asset = createAsset(page.html, pageHeaders(page), page.file);
  assets.set(key, asset);
  return asset;
}

async function renderPage(
  { request, response }: Exchange,
  page: SitePage | null,
  renderer: NextRenderer,
): Promise<true> {
  const policy = pagePolicy([`'nonce-${randomBytes(16).toString('base64')}'`]);
  for (const [name, value] of Object.entries(documentHeaders(policy, page?.audience))) {
    if (value !== undefined) response.setHeader(name, value);
  }
  keepOnlyWhatNextNeeds(request, policy);
  await renderer.render(request, response);
  return true;
}

/**
 * Next finds the nonce in this header. Headers that steer it are ours to give, not a visitor's. The
 * language is for set-up and joining, whose addresses name none.
 */
function keepOnlyWhatNextNeeds(request: IncomingMessage, policy: string): void {
  const { headers } = request;
  const kept = ['host', 'accept-language', 'rsc', 'next-router-state-tree', 'next-router-prefetch'];
  const segment = 'next-router-segment-prefetch';
  for (const name of Object.keys(headers)) {
    if (!kept.includes(name) && name !== segment) delete headers[name];
  }
  headers['content-security-policy'] = policy;
}

/** `/nl/` is how some people type `/nl`. */
function trimSlash({ path, method, response }: Exchange): boolean {
  if (method !== 'GET' || !/[^/]\/$/.test(path)) return false;
  const location = path.replace(/\/+$/, '');
  return send(response, 308, { ...documentHeaders(pagePolicy([])), location });
}
