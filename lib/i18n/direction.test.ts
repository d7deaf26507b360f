import { describe, expect, it } from 'vitest';
import { directionOf } from './direction.ts';
import { routing } from './routing.ts';

describe('the direction of a language', () => {
  it.each(routing.locales)('%s is written from left to right', (locale) => {
    expect(directionOf(locale)).toBe('ltr');
  });
  it.each(['ar', 'fa-AF', 'UR'])('%s is written from right to left', (locale) => {
    expect(directionOf(locale)).toBe('rtl');
  });
});
