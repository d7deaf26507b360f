import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerDeps } from '../deps.ts';
import { type Exchange, openExchange, type Responder } from './exchange.ts';
import { favicon } from './favicon.ts';
import type { Pages } from './pages.ts';
import type { RouteTable } from './route-table.ts';
import { runRoute } from './run-route.ts';
import { sendRefusal, sendWrongMethod } from './send.ts';

export type RequestHandlers = {
  deps: ServerDeps;
  routes: RouteTable;
  ownAddresses: Responder;
  staticFiles: Responder;
  pages: Pages;
};

/** Answers one request; whatever goes wrong is answered and counted, never thrown. */
export async function handleRequest(
  handlers: RequestHandlers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const exchange = openExchange(request, response);
  if (exchange === null) {
    handlers.deps.counters.add('request_malformed');
    sendRefusal(response, 400, 'malformed');
    return;
  }
  try {
    await respond(handlers, exchange);
  } catch (error) {
    handlers.deps.counters.add('request_failed');
    handlers.deps.log.write({ event: 'task_failed', task: 'request', error });
    await respondWithFault(handlers, exchange);
  }
}

async function respond(handlers: RequestHandlers, exchange: Exchange): Promise<unknown> {
  const { deps, routes, ownAddresses, staticFiles, pages } = handlers;
  if (await staticFiles(exchange)) return;
  if (await ownAddresses(exchange)) return;
  const match = routes.match(exchange.method, exchange.path);
  if (match.kind === 'found') return runRoute(exchange, match.route, match.params, deps);
  if (match.kind === 'wrong_method') return sendWrongMethod(exchange.response, match.allowed);
  if (await pages.respond(exchange)) return;
  if (await favicon(exchange)) return;
  deps.counters.add('request_unknown');
  if (isForPrograms(exchange)) return sendRefusal(exchange.response, 404, 'unknown_event');
  return pages.respondWith(exchange, 'not-found');
}

async function respondWithFault({ pages }: RequestHandlers, exchange: Exchange): Promise<void> {
  const { response } = exchange;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  if (isForPrograms(exchange)) sendRefusal(response, 500, 'unavailable');
  else await pages.respondWith(exchange, 'error');
}

/** Addresses under which nobody looks for a page. */
function isForPrograms({ path, method }: Exchange): boolean {
  return method !== 'GET' || /^\/(api|_next)\//.test(path);
}
