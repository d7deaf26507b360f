import type { IncomingMessage } from 'node:http';
import type { ServerEnv } from '../env.ts';

/** True when the browser reached us over https, ourselves or through our own proxy. */
export function isSecure(request: IncomingMessage, env: ServerEnv): boolean {
  if (env.publicOrigin !== null) return env.publicOrigin.startsWith('https:');
  if (!env.trustProxy) return false;
  const forwarded = request.headers['x-forwarded-proto'];
  return typeof forwarded === 'string' && forwarded.split(',')[0]?.trim() === 'https';
}

/**
 * False when a browser says that another site sent the request. A program that is no browser says
 * nothing and acts for nobody else, so silence is own.
 */
export function isOwnOrigin(request: IncomingMessage, env: ServerEnv): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (env.publicOrigin !== null) return origin === env.publicOrigin;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
