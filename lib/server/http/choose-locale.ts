import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { isLocale, type Locale, locales } from '../locales.ts';

const fallback: Locale = 'en';

/** The language that the browser asks for; English when it asks for none of ours. */
export function requestLocale(request: IncomingMessage): Locale {
  const [best] = new Negotiator(request).languages([...locales]);
  // `*` would give our first language; somebody without a wish gets the one most can read.
  if (request.headers['accept-language'] === undefined || best === undefined) return fallback;
  return isLocale(best) ? best : fallback;
}

/** The language that an address names, else the one that the browser asks for. */
export function addressLocale(path: string, request: IncomingMessage): Locale {
  const first = path.split('/')[1];
  return isLocale(first) ? first : requestLocale(request);
}
