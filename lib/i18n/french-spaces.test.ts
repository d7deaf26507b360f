import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { helpTexts } from './test-help-texts.ts';

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

/** A verb and who does it, joined by a hyphen at which a line may end: « y a- », and « t-il » on the next line. */
const torn = (texts: readonly string[]) =>
  texts.filter((text) =>
    /\p{L}-(?:t-)?(?:je|tu|ils?|elles?|on|[nv]ous|ce|l[ae]s?|lui|leur|moi|toi|en|y)(?!\p{L})/u.test(
      text,
    ),
  );

it('no line of the help side ends inside a verb', () => {
  expect(torn(['y a-t-il', 'Dis-le', 'Est-ce', 'y a\u2011t\u2011il', 'peut-être'])).toHaveLength(3);
  expect(torn(helpTexts('fr'))).toEqual([]);
});
