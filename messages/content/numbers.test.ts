import { describe, expect, it } from 'vitest';
import file from './numbers.json' with { type: 'json' };
import { numbersFile } from './numbers-schema.ts';
import { shownNumbers, silentApps } from './shown-numbers.ts';

const parsed = numbersFile.parse(file);

describe('numbers of other services', () => {
  it('fit their schema, each under one id, with a number, a site or an app', () => {
    expect(new Set(parsed.entries.map((entry) => entry.id)).size).toBe(parsed.entries.length);
    for (const entry of parsed.entries)
      expect(entry.numbers.length > 0 || entry.site || entry.app_for_who_cannot_speak).toBeTruthy();
  });

  it('are shown only when read on a public page or checked', () => {
    const shown = new Set(shownNumbers(parsed, 'en').map((number) => number.id));
    const unsure = parsed.entries
      .filter((entry) => entry.mark !== 'V' && entry.checked_by === null)
      .map((entry) => entry.id);
    expect(unsure).toContain('nl-fier');
    for (const id of unsure) expect(shown).not.toContain(id);
    expect(shown).toContain('be-payoke');
    expect(shown).not.toContain('lu-police-protection');
  });

  it('say no hours and no languages that still have to be checked', () => {
    const comensha = shownNumbers(parsed, 'nl').find((number) => number.id === 'nl-comensha');
    expect(comensha).toMatchObject({ hours: null, languages: [] });
    const suicide = shownNumbers(parsed, 'nl').find((number) => number.id === 'nl-113');
    expect(suicide).toMatchObject({ hours: 'dag en nacht', languages: ['nl'] });
  });

  it('never mix 113 of one country with 113 of the other', () => {
    const at = (country: string) =>
      shownNumbers(parsed, 'en')
        .filter((number) => number.country === country)
        .filter((number) => number.numbers.some(({ dial }) => dial === '113'))
        .map((number) => number.purpose);
    expect(at('NL')).toEqual(['if you think about dying']);
    expect(at('LU')).toEqual(['urgent help from the police']);
    expect(at('BE')).toEqual([]);
  });

  it('name only apps that were checked', () => {
    expect(silentApps(parsed, 'en')).toEqual([{ country: 'BE', name: '112 BE' }]);
  });
});
