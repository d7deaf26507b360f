import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const messages = fileURLToPath(new URL('../../messages/', import.meta.url));

/** Marks that could begin a line of their own: a space that may break stands before them, or after «. */
const loose = (text: string): string[] => text.match(/[^\s"] [?!;:»]|« /g) ?? [];

const files = readdirSync(messages, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /(^|\/)fr(\/.*)?\.json$/.test(path),
);

it('a loose mark is found', () => {
  expect(loose('Tu pars ?')).toHaveLength(1);
  expect(loose('Tu pars\u00a0?')).toEqual([]);
  expect(files.length).toBeGreaterThan(5);
});

it.each(files)('no mark of %s begins a line', (file) => {
  expect(loose(readFileSync(messages + file, 'utf8'))).toEqual([]);
});
