import { type AppLocale, isLocale, routing } from './routing.ts';

/**
 * The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4); English when it names
 * none of them.
 */
export function askedLocale(header: string | null): AppLocale {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const language = tag.split('-')[0]?.toLowerCase();
    const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    return isLocale(language) && weight > 0 ? [{ language, weight }] : [];
  });
  const [best] = wishes.sort((a, b) => b.weight - a.weight);
  return best?.language ?? routing.defaultLocale;
}
