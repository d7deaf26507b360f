import { describe, expect, it } from 'vitest';
import { type AppLocale, routing } from './routing.ts';
import { helpTexts, staffTexts } from './test-help-texts.ts';

/** One pair a language, around what is on a button and around what somebody says. */
const others: Record<AppLocale, RegExp> = { en: /["«»‘]/, nl: /["«»“”]/, fr: /["‘“”]/ };

/** A typewriter's marks. None of our texts needs the apostrophe that keeps a brace from being a placeholder. */
const straight = (texts: readonly string[]) => texts.filter((text) => /['"]/.test(text));

describe.each(routing.locales)('in %s', (locale) => {
  const help = helpTexts(locale);

  it('the help side has one kind of quotation marks', () => {
    expect(help.length).toBeGreaterThan(500);
    expect(help.filter((text) => others[locale].test(text))).toEqual([]);
  });

  it('no apostrophe and no quotation mark is straight', () => {
    expect(straight(["It's here", 'Choose "no"', 'It’s “no”'])).toHaveLength(2);
    expect(straight([...help, ...staffTexts(locale)])).toEqual([]);
  });
});
