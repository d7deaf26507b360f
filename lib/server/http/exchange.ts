import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request and its answer, with the address taken apart once. */
export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  /** GET, POST …; HEAD counts as GET, Node leaves out the body by itself. */
  method: string;
  /** Without the query, still percent-encoded. */
  path: string;
};

/** Answers and returns true, or leaves the exchange untouched and returns false. */
export type Responder = (exchange: Exchange) => boolean | Promise<boolean>;

/** @returns null for an address that no page or route could have. */
export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange | null {
  const [path = ''] = (request.url ?? '').split('?');
  // `//host` and `\` are read by browsers as another site, and control characters split headers.
  if (!/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path) && path !== '/') return null;
  if (path.length > 512 || !isDecodable(path)) return null;
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
  return { request, response, method, path };
}

/** `%E0%A4` and the like mean nothing; whoever decodes it later would throw, which looks like our fault. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
