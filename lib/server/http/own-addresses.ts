import type { ServerDeps } from '../deps.ts';
import { isLocale, type Locale } from '../locales.ts';
import { documentHeaders, plainPolicy } from '../security-headers.ts';
import { requestLocale } from './choose-locale.ts';
import type { Exchange, Responder } from './exchange.ts';
import { send, sendJson, sendWrongMethod } from './send.ts';

// Addresses that are no page: the way in, the ways out, and two questions of whoever runs the house.

const noPage = documentHeaders(plainPolicy);

/** Looks like a page on which nothing has loaded yet: nobody who glances at it can tell which. */
export const blankPage =
  '<!doctype html><html><head><meta charset="utf-8"><title></title></head></html>';

export const awayHeaders = { ...noPage, 'content-type': 'text/html; charset=utf-8' };

/** `/`, `/exit`, `/exit/{locale}`, `/away`, `/healthz`, `/readyz`. */
export function createOwnAddresses(deps: ServerDeps): Responder {
  const answers: Record<string, (exchange: Exchange) => true | Promise<true>> = {
    '/': toLanguage,
    '/away': ({ response }) => send(response, 200, awayHeaders, blankPage),
    '/healthz': ({ response }) => sendJson(response, 200, { ok: true }),
    '/readyz': (exchange) => answerReady(exchange, deps),
  };
  return (exchange) => {
    const exit = exitLocale(exchange);
    const answer = answers[exchange.path];
    if (exit === null && answer === undefined) return false;
    if (exchange.method !== 'GET') return sendWrongMethod(exchange.response, ['GET', 'HEAD']);
    if (exit !== null) return leave(exchange, deps.env.exitUrls[exit]);
    return answer?.(exchange) ?? false;
  };
}

/** No cookie remembers the language: the browser says it each time. */
function toLanguage({ request, response }: Exchange): true {
  const location = `/${requestLocale(request)}`;
  return send(response, 307, { ...noPage, vary: 'Accept-Language', location });
}

function exitLocale({ path, request }: Exchange): Locale | null {
  if (path === '/exit') return requestLocale(request);
  const locale = path.startsWith('/exit/') ? path.slice('/exit/'.length) : undefined;
  return isLocale(locale) ? locale : null;
}

/** Leaves for a neutral page and has the browser drop what it kept of this site. */
function leave({ response }: Exchange, location: string): true {
  const headers = { ...noPage, vary: 'Accept-Language', 'clear-site-data': '"*"', location };
  return send(response, 303, headers);
}

const readyWithinMs = 2000;

async function answerReady({ response }: Exchange, deps: ServerDeps): Promise<true> {
  const ready = !deps.isStopping() && (await databaseAnswers(deps));
  return sendJson(response, ready ? 200 : 503, ready ? { ok: true } : notReady);
}

const notReady = { ok: false, code: 'unavailable' } as const;

async function databaseAnswers({ database }: ServerDeps): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), readyWithinMs);
  });
  const query = database.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([query, timeout]);
  clearTimeout(timer);
  return answered;
}
