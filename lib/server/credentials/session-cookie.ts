import type { ServerDeps } from '../deps.ts';
import { fromBase64url, type StoredBytes, sha256 } from './tokens.ts';

const name = 'havre_session';

/** How long a session lasts, in seconds: one long shift. */
export const sessionSeconds = 12 * 3600;

type Secure = { secure: boolean };

function attributes({ secure }: Secure, env: ServerDeps['env']): string {
  const needsHttps = secure || env.publicOrigin?.startsWith('https:') === true;
  return `Path=/; HttpOnly; SameSite=Strict${needsHttps ? '; Secure' : ''}`;
}

/** `Set-Cookie` for a new session. The browser keeps it from scripts and from other sites. */
export function sessionCookie(token: string, call: Secure, env: ServerDeps['env']): string {
  return `${name}=${token}; Max-Age=${sessionSeconds}; ${attributes(call, env)}`;
}

/** `Set-Cookie` that removes it. */
export function endedCookie(call: Secure, env: ServerDeps['env']): string {
  return `${name}=; Max-Age=0; ${attributes(call, env)}`;
}

/** SHA-256 of the session's token; null when there is no cookie of ours. */
export function sessionHashOf(cookies: Readonly<Record<string, string>>): StoredBytes | null {
  const token = cookies[name];
  if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  return sha256(fromBase64url(token));
}
