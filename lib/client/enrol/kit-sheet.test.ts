import { expect, it } from 'vitest';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { newRoots } from '../team/first-keys.ts';
import { kitSheets, sheetsAsked, wrongSheets } from './kit-sheet.ts';

const four = (key: string) => key.slice(-4);

it('of three keys of which two are needed, both have to be read off a copy', () => {
  const sheets = kitSheets(newRoots(2, 3, systemRandom), 'House');
  const [one = '', two = ''] = sheets.map(({ key }) => four(key));
  expect(sheetsAsked(sheets).map(({ number }) => number)).toEqual([1, 2]);
  expect(wrongSheets(sheets, [one, ` ${two.toUpperCase()} `])).toEqual([]);
  expect(wrongSheets(sheets, [one])).toEqual([2]);
  expect(wrongSheets(sheets, ['', 'none'])).toEqual([1, 2]);
});

it('one key is asked for alone', () => {
  const sheets = kitSheets(newRoots(1, 1, systemRandom), 'House');
  expect(wrongSheets(sheets, [four(sheets[0]?.key ?? '')])).toEqual([]);
  expect(wrongSheets(sheets, [])).toEqual([1]);
});
