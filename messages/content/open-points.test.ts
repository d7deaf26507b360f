import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { contactPoints } from './contact-points.ts';
import { contentFiles } from './content-files.ts';
import { infoPage } from './info-page.ts';
import { infoFile } from './info-schema.ts';
import { isUnchecked } from './number-rules.ts';
import { type NumbersFile, numbersFile } from './numbers-schema.ts';
import { openPoints } from './open-points.ts';
import { shownNumbers } from './shown-numbers.ts';

const today = '2026-12-03';
const kinds = (files: typeof contentFiles, kind: string) =>
  openPoints(files, today).filter((point) => point.kind === kind);

/** The numbers with one entry changed. */
function withEntry(id: string, change: Partial<NumbersFile['entries'][number]>): NumbersFile {
  const entries = contentFiles.numbers.entries.map((entry) =>
    entry.id === id ? { ...entry, ...change } : entry,
  );
  return numbersFile.parse({ entries });
}

describe('a page that an organisation edits', () => {
  it.each(Object.entries(contentFiles.info))('%s fits its schema', (_topic, file) => {
    expect(infoFile.safeParse(file).success).toBe(true);
  });

  const field = contentFiles.info.about?.blocks.find(({ id }) => id === 'organisation')
    ?.fields?.[0];
  const about = (confirmed_by: string | null) => {
    const file = structuredClone(contentFiles.info.about);
    const of = file?.blocks.find(({ id }) => id === 'organisation')?.fields?.[0];
    if (!file || !of) throw new Error('no field to fill in');
    of.value = { nl: 'een', fr: 'un', en: 'one' };
    of.confirmed_by = confirmed_by;
    return file;
  };
  const shown = (file: ReturnType<typeof about>) =>
    infoPage(file, 'fr').blocks.find(({ id }) => id === 'organisation')?.fields[0]?.value;

  it('shows what only an organisation can say once somebody put their name to it', () => {
    expect(field?.value).toBeNull();
    expect(shown(about(null))).toBeNull();
    expect(shown(about('the board'))).toBe('un');
  });

  it('is listed with every place that is still to be filled in', () => {
    const files = (by: string | null) => ({
      ...contentFiles,
      info: { ...contentFiles.info, about: about(by) },
    });
    const missing = kinds(contentFiles, 'missing').length;
    expect(kinds(files(null), 'missing')).toHaveLength(missing);
    expect(kinds(files('the board'), 'missing')).toHaveLength(missing - 1);
  });
});

describe('a number', () => {
  const ids = (file: NumbersFile) => shownNumbers(file, 'nl').map(({ id }) => id);
  const check = { checked_on: '2026-11-30', checked_by: 'saskia' };

  it('that was old is shown once somebody checked it, with the day', () => {
    expect(ids(contentFiles.numbers)).not.toContain('be-1813');
    const file = withEntry('be-1813', check);
    const entry = shownNumbers(file, 'nl').find(({ id }) => id === 'be-1813');
    expect(entry?.checkedOn).toBe('30 november 2026');
  });

  it('whose number is in doubt stays hidden until that is settled, too', () => {
    expect(ids(withEntry('lu-police-protection', check))).not.toContain('lu-police-protection');
    const settled = withEntry('lu-police-protection', { ...check, to_check: [] });
    expect(ids(settled)).toContain('lu-police-protection');
  });

  it('cannot be checked on a day by nobody', () => {
    expect(() => withEntry('be-1813', { checked_on: '2026-11-30' })).toThrow();
  });

  it('is unchecked when nobody ever looked, and after six months', () => {
    const [entry] = contentFiles.numbers.entries;
    if (!entry) throw new Error('no numbers');
    const on = (checked_on: string | null) => isUnchecked({ ...entry, checked_on }, today);
    expect([on(null), on('2026-06-02'), on('2026-06-03'), on(today)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const unchecked = kinds(contentFiles, 'unchecked').length;
    const files = { ...contentFiles, numbers: withEntry('nl-113', check) };
    expect(kinds(files, 'unchecked')).toHaveLength(unchecked - 1);
  });

  it('stands under what it is for; a role with nobody is left out, and listed', () => {
    const points = contactPoints(contentFiles.numbers, 'en');
    const groups = points.find(({ country }) => country === 'NL')?.groups ?? [];
    expect(groups.map(({ role }) => role)).toEqual([
      'police',
      'ngo',
      'youth',
      'violence',
      'labour',
      'reception',
      'talk',
    ]);
    const listed = new Set(points.flatMap((one) => one.groups.flatMap(({ entries }) => entries)));
    for (const { id } of shownNumbers(contentFiles.numbers, 'en'))
      expect([...listed].map((one) => one.id)).toContain(id);
    expect(
      points.find(({ country }) => country === 'LU')?.groups.map(({ role }) => role),
    ).not.toContain('reception');
    expect(kinds(contentFiles, 'missing').map(({ place, what }) => `${place} ${what}`)).toContain(
      'LU nobody for reception',
    );
  });
});

describe('what stays secret', () => {
  it('is listed until counsel of the country put a name and a day to it', () => {
    expect(kinds(contentFiles, 'unconfirmed').map(({ place }) => place)).toEqual([
      'BE',
      'NL',
      'LU',
    ]);
    const BE = { ...contentFiles.secrecy.BE, confirmed_by: 'counsel', confirmed_on: '2026-11-30' };
    const files = { ...contentFiles, secrecy: { ...contentFiles.secrecy, BE } };
    expect(kinds(files, 'unconfirmed').map(({ place }) => place)).toEqual(['NL', 'LU']);
  });
});

describe('npm run unconfirmed', () => {
  it('names pages, secrecy and numbers, and ends well', () => {
    const said = execFileSync('npm', ['run', '-s', 'unconfirmed'], { encoding: 'utf8' });
    for (const name of [
      'info/privacy.json, responsible',
      'info/young.json, hit',
      'secrecy.json, LU',
      'numbers.json, be-1813: mark O',
      'numbers.json, nl-113: never checked',
    ])
      expect(said).toContain(name);
  });
});
