import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { isLocale, type Locale, locales } from '../locales.ts';

const fallback: Locale = 'en';

/** The language that the browser asks for; English when it asks for none of ours. */
export function requestLocale(request: IncomingMessage): Locale {
  // A browser without a wish (`*`, or no header) gets the first of the list: what most can read.
  const [best] = new Negotiator(request).languages([fallback, ...locales]);
  return isLocale(best) ? best : fallback;
}

/** The language that an address names, else the one that the browser asks for. */
export function addressLocale(path: string, request: IncomingMessage): Locale {
  const first = path.split('/')[1];
  return isLocale(first) ? first : requestLocale(request);
}
