import { describe, expect, it } from 'vitest';
import { askedLocale } from './asked-locale.ts';

describe('the language of an address without one', () => {
  it.each([
    ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
    ['en;q=0.5, fr;q=0.8', 'fr'],
    ['de-DE,fr-LU;q=0.7', 'fr'],
    ['nl;q=0, de', 'en'],
    ['*', 'en'],
    [null, 'en'],
  ])('for %s is %s', (header, locale) => {
    expect(askedLocale(header)).toBe(locale);
  });
});
