const countryCodes = { EU: '', BE: '32', NL: '31', LU: '352' };

/**
 * A press must call the number that stands there. A short or free number is dialled as it stands; another with the
 * code of the country in place of its first 0; one with a `+` or `00` names its country itself.
 */
export function dialsWhatItShows(
  { shown, dial }: { shown: string; dial: string },
  country: keyof typeof countryCodes,
): boolean {
  const digits = shown.replace(/\D/g, '');
  if (/^\s*(\+|00)/.test(shown)) return dial === `+${digits.replace(/^00/, '')}`;
  return dial === digits || dial === `+${countryCodes[country]}${digits.replace(/^0/, '')}`;
}
