import { getRequestConfig } from 'next-intl/server';
import { isLocale, routing } from './routing.ts';

/**
 * Which language a page is made in. Words do not come from here: each root layout brings those of its
 * own audience, so that no page carries the words of another.
 */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  return { locale: isLocale(asked) ? asked : routing.defaultLocale, messages: {} };
});
