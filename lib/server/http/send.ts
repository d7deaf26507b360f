import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Code } from '#lib/protocol/codes.ts';
import { documentHeaders, plainPolicy } from '../security-headers.ts';

/** Sends a whole answer. Every header of ours is in `headers`; nothing else is added. */
export function send(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Uint8Array | string = '',
): true {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const length = status === 204 ? {} : { 'content-length': bytes.byteLength };
  return sendWhole(response, status, { ...headers, ...length }, bytes);
}

/** As `send`, where the length stands among the headers already. */
export function sendWhole(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  bytes: Uint8Array,
): true {
  response.writeHead(status, headers);
  response.end(bytes);
  return true;
}

/** Sends JSON to our own pages, never to be kept. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  more: OutgoingHttpHeaders = {},
): true {
  const headers = { ...documentHeaders(plainPolicy), 'content-type': 'application/json' };
  return send(response, status, { ...headers, ...more }, JSON.stringify(body));
}

/** `{ ok: false, code }`, the same shape for everything that goes wrong. */
export function sendRefusal(
  response: ServerResponse,
  status: number,
  code: Code,
  more: OutgoingHttpHeaders = {},
): true {
  return sendJson(response, status, { ok: false, code }, more);
}

/** 405 with what would have been allowed. */
export function sendWrongMethod(response: ServerResponse, allowed: readonly string[]): true {
  return sendRefusal(response, 405, 'unknown_event', { allow: allowed.join(', ') });
}
