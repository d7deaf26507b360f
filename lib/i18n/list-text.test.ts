import { expect, it } from 'vitest';
import { listText } from './list-text.ts';

it('says several names as one says them, in each language', () => {
  expect(listText(['België'], 'nl')).toBe('België');
  expect(listText(['België', 'Luxemburg'], 'nl')).toBe('België en Luxemburg');
  expect(listText(['Belgique', 'Luxembourg'], 'fr')).toBe('Belgique et Luxembourg');
  expect(listText(['Dutch', 'French', 'English'], 'en')).toBe('Dutch, French and English');
});
