import { describe, expect, it } from 'vitest';
import { type AppLocale, routing } from './routing.ts';
import { helpTexts, staffTexts } from './test-help-texts.ts';

/** One pair a language, around what is on a button and around what somebody says. */
const others: Record<AppLocale, RegExp> = { en: /["«»‘]/, nl: /["«»“”]/, fr: /["‘“”]/ };

/** A typewriter's quotation marks stand nowhere. */
const typed = (texts: readonly string[]) => texts.filter((text) => /"/.test(text));

/** The other apostrophe than the one of that side: the help side's is plain, as it is in the names that others rely on. */
const curly = (texts: readonly string[]) =>
  texts.filter((text) => text.replaceAll(/‘[^‘’]*’/g, '').includes('’'));
const plain = (texts: readonly string[]) => texts.filter((text) => text.includes("'"));

describe.each(routing.locales)('in %s', (locale) => {
  const help = helpTexts(locale);
  const staff = staffTexts(locale);

  it('the help side has one kind of quotation marks', () => {
    expect(help.length).toBeGreaterThan(500);
    expect(help.filter((text) => others[locale].test(text))).toEqual([]);
  });

  it('no quotation mark is a typed one', () => {
    expect(typed(['Choose "no"', 'It’s “no”'])).toHaveLength(1);
    expect(typed([...help, ...staff])).toEqual([]);
  });

  it('an apostrophe looks the same on all pages of one side', () => {
    expect(curly(['It’s here', "It's here", 'Kies ‘nee’'])).toEqual(['It’s here']);
    expect(curly(help)).toEqual([]);
    expect(plain(["It's here", 'It’s here'])).toEqual(["It's here"]);
    expect(plain(staff)).toEqual([]);
  });
});
