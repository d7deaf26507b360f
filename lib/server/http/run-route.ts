import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from '#lib/protocol/zod.ts';
import type { ServerDeps } from '../deps.ts';
import { documentHeaders, plainPolicy } from '../security-headers.ts';
import { parseCookies } from './cookies.ts';
import type { Exchange } from './exchange.ts';
import { isOwnOrigin, isSecure } from './origin.ts';
import { readBody } from './read-body.ts';
import type { Route, RouteAnswer } from './route.ts';
import { send, sendJson, sendRefusal } from './send.ts';

/** Checks where the request came from, reads and parses its body, asks the handler, answers. */
export async function runRoute(
  exchange: Exchange,
  route: Route,
  params: Record<string, string>,
  deps: ServerDeps,
): Promise<true> {
  const { request, response } = exchange;
  if (route.origin === 'own' && !isOwnOrigin(request, deps.env)) {
    deps.counters.add('request_refused_origin');
    return sendRefusal(response, 403, 'not_allowed');
  }
  const parsed = await parseBody(exchange, route);
  if (parsed.kind === 'gone') return true;
  if (parsed.kind === 'too_large') {
    deps.counters.add('request_too_large');
    return sendRefusal(response, 413, 'malformed', { connection: 'close' });
  }
  if (parsed.kind === 'malformed') {
    deps.counters.add('request_malformed');
    return sendRefusal(response, 400, 'malformed');
  }
  const call = {
    body: parsed.body,
    params,
    cookies: parseCookies(request.headers.cookie),
    secure: isSecure(request, deps.env),
  };
  return sendAnswer(response, await route.handle(call, deps));
}

type Parsed =
  | { kind: 'body'; body: unknown }
  | { kind: 'malformed' }
  | { kind: 'too_large' }
  | { kind: 'gone' };

async function parseBody({ request }: Exchange, { body }: Route): Promise<Parsed> {
  const read = await readBody(request, body.kind === 'none' ? 0 : body.maxBytes);
  if (!read.ok) return { kind: read.code === 'aborted' ? 'gone' : 'too_large' };
  if (body.kind === 'none') return { kind: 'body', body: undefined };
  if (body.kind === 'bytes') return { kind: 'body', body: Uint8Array.from(read.bytes) };
  if (!saysJson(request)) return { kind: 'malformed' };
  const json = parseJson(read.bytes);
  if (!json.ok) return { kind: 'malformed' };
  const result = z.safeParse(body.schema, json.value);
  return result.success ? { kind: 'body', body: result.data } : { kind: 'malformed' };
}

/** A form of another site cannot say this; a script of another site must ask first and is refused. */
function saysJson({ headers }: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
}

/** Strict UTF-8, strict JSON. */
function parseJson(bytes: Buffer): { ok: true; value: unknown } | { ok: false } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function sendAnswer(response: ServerResponse, answer: RouteAnswer): true {
  switch (answer.kind) {
    case 'json':
      return sendJson(response, 200, answer.body, cookieHeader(answer.setCookie));
    case 'refused': {
      const body = { ok: false, code: answer.code, ...answer.more };
      return sendJson(response, 200, body, cookieHeader(answer.setCookie));
    }
    case 'bytes': {
      const headers = { 'content-type': 'application/octet-stream' };
      return send(response, 200, { ...documentHeaders(plainPolicy), ...headers }, answer.bytes);
    }
    case 'empty':
      return send(response, 204, documentHeaders(plainPolicy));
  }
}

function cookieHeader(setCookie: string | undefined) {
  return setCookie === undefined ? {} : { 'set-cookie': setCookie };
}
