import type { Code } from '#lib/protocol/codes.ts';
import type { z } from '#lib/protocol/zod.ts';
import type { ServerDeps } from '../deps.ts';

/** What a handler is given. Address and user agent are left out, so that nobody uses them. */
export type RouteCall<Body> = {
  /** Parsed and checked by the route's schema; bytes for `bytes`; undefined for `none`. */
  body: Body;
  /** The `:name` parts of the path, decoded. */
  params: Readonly<Record<string, string>>;
  /** Values of the cookies the browser sent, by name. */
  cookies: Readonly<Record<string, string>>;
  /** True when the browser reached us over https: then cookies are `Secure`. */
  secure: boolean;
};

export type RouteAnswer =
  | { kind: 'json'; body: { ok: true }; setCookie?: string }
  /**
   * A no to somebody who asked in the right form, answered with status 200: a browser writes any other
   * status into its console as an error of the page.
   */
  | { kind: 'refused'; code: Code; more?: object; setCookie?: string }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'empty' };

/** What a request may carry. Above `maxBytes` it is answered 413 before it is read to its end. */
export type RouteBody<Body> =
  | { kind: 'none' }
  | { kind: 'json'; maxBytes: number; schema: z.core.$ZodType<Body> }
  | { kind: 'bytes'; maxBytes: number };

export type Route<Body = unknown> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/api/members/:memberId`; a part that begins with `:` matches one non-empty part. */
  path: `/${string}`;
  body: RouteBody<Body>;
  /**
   * `own`: a browser must send the request from our own pages. `any` is only for requests that act
   * through what their body holds and never through a cookie; a beacon under `no-referrer` says
   * `Origin: null` and could not be told apart.
   */
  origin: 'own' | 'any';
  handle(call: RouteCall<Body>, deps: ServerDeps): Promise<RouteAnswer>;
};

/**
 * Checks a route's types where it is written and forgets its body's type for the table.
 * The dispatcher calls `handle` only with what the route's own schema gave.
 */
export function defineRoute<Body>(route: Route<Body>): Route {
  return route as Route;
}
