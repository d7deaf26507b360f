import type { AccountAnswers, AccountRoute, AccountRoutes } from '#lib/protocol/account-routes.ts';
import type { Refused } from '#lib/protocol/codes.ts';
import type * as z from '#lib/protocol/zod.ts';

/** The account routes and the one public file, as one client of them. */
export type Http = {
  /** Where the server is, without a slash at the end; empty in a browser: the page's own origin. */
  origin: string;
  /**
   * Sends one request. A server that does not answer is `unavailable`. `seconds`: with `slow_down`, how
   * long to wait. Never throws.
   */
  post<R extends AccountRoute>(
    route: R,
    body: z.input<AccountRoutes[R]>,
  ): Promise<({ ok: true } & AccountAnswers[R]) | (Refused & { seconds?: number })>;
  /** `/site.bin`, or null when the server does not answer. */
  site(): Promise<Uint8Array | null>;
  /** The `Cookie` header of what this client was given so far; null in a browser, which keeps it itself. */
  cookies(): string | null;
};

/** A server that has not answered by then does not answer, as it might with a connection that stands; in ms. */
const ANSWER_MS = 10_000;

/** Keeps cookies by name. Browsers do it themselves; the seed process must. */
type CookieJar = Map<string, string>;

function remember(jar: CookieJar, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (at > 0) jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

const headerOf = (jar: CookieJar): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** In a browser: same origin, the session cookie is HttpOnly and none of our business. */
export function browserHttp(): Http {
  return httpClient('', null);
}

/**
 * Outside a browser: an origin, and a cookie jar of its own for each client, so that one process can
 * be several members at once.
 * @param origin like `http://127.0.0.1:3000`
 */
export function processHttp(origin: string): Http {
  return httpClient(origin, new Map());
}

function httpClient(origin: string, jar: CookieJar | null): Http {
  const headers = (): Record<string, string> =>
    jar ? { origin, cookie: headerOf(jar), 'sec-fetch-site': 'same-origin' } : {};
  return {
    origin,
    cookies: () => (jar ? headerOf(jar) : null),
    async post(route, body) {
      try {
        const response = await fetch(origin + route.slice('POST '.length), {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers() },
          body: JSON.stringify(body),
          cache: 'no-store',
          credentials: 'same-origin',
          redirect: 'error',
          signal: AbortSignal.timeout(ANSWER_MS),
        });
        if (jar) remember(jar, response);
        return await response.json();
      } catch {
        return { ok: false, code: 'unavailable' };
      }
    },
    async site() {
      try {
        const response = await fetch(`${origin}/site.bin`, {
          cache: 'no-store',
          headers: headers(),
          signal: AbortSignal.timeout(ANSWER_MS),
        });
        return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
      } catch {
        return null;
      }
    },
  };
}
