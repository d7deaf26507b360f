import { describe, expect, it } from 'vitest';
import { checkContent } from './check-content.ts';
import { contentFiles } from './content-files.ts';
import { openPoints } from './open-points.ts';

type Entry = (typeof contentFiles.numbers.entries)[number];

/** The files with one number changed. */
function withNumber(id: string, change: Partial<Entry>): typeof contentFiles {
  const files = structuredClone(contentFiles);
  const entry = files.numbers.entries.find((one) => one.id === id);
  if (!entry) throw new Error(`no number ${id}`);
  Object.assign(entry, change);
  return files;
}

const check = { checked_on: '2026-11-30', checked_by: 'saskia' };
const numbers = (...all: [shown: string, dial: string][]) => ({
  numbers: all.map(([shown, dial]) => ({ shown, dial })),
});

describe('the files that an organisation edits', () => {
  it('fit as they are shipped', () => {
    expect(() => checkContent()).not.toThrow();
  });

  it.each<[string, string, Partial<Entry>]>([
    ['nl-meld-misdaad', 'checked_by is empty', { ...check, checked_by: '' }],
    ['nl-meld-misdaad', 'checked_by is empty', { ...check, checked_by: ' \u200b-' }],
    ['nl-113', 'source is empty', { source: '' }],
    ['nl-113', 'checked_on is no day', { ...check, checked_on: '2026-13-45' }],
    ['nl-113', 'checked_on is no day', { ...check, checked_on: '2026-02-29' }],
    ['nl-113', 'checked_on needs both', { checked_on: '2026-11-30' }],
    ['nl-113', 'numbers are none', { numbers: [], site: null }],
    ['nl-113', 'numbers show another number', numbers(['113', '112'])],
    ['be-payoke', 'numbers show another number', numbers(['03 201 16 90', '+31032011690'])],
    ['be-payoke', 'numbers show another number', numbers(['03 201 16 90', '+32332011690'])],
    ['nl-labour', 'numbers show another number', numbers(['+31 70 333 44 44', '+32703334444'])],
    ['nl-113', 'numbers show another number', numbers(['113', '113'], ['0800-0113', '08000114'])],
    ['nl-113', 'site is no host', { site: 'xn--113-2na.nl' }],
    ['nl-113', 'site is no host', { site: 'www.xn--113-2na.nl' }],
    ['nl-113', 'site is no host', { site: '113..nl' }],
  ])('a number that does not hold is named with its field: %s %s', (id, said, change) => {
    expect(() => checkContent(withNumber(id, change))).toThrow(
      `messages/content/numbers.json: entries.${id}.${said}`,
    );
  });

  it.each<[string, Partial<Entry>]>([
    ['be-payoke', numbers(['03 201 16 90', '032011690'], ['0032 3 201 16 90', '+3232011690'])],
    ['lu-sos', numbers(['45 45 45', '+352454545'])],
    ['nl-fier', { site: 'www.chat-met-fier.nl' }],
    ['nl-meld-misdaad', { ...check, checked_on: '2024-02-29' }],
  ])('a number that is written otherwise, and holds, is taken: %s', (id, change) => {
    expect(() => checkContent(withNumber(id, change))).not.toThrow();
  });

  it('an empty name under a fact, a field or what stays secret is named with its block', () => {
    const files = structuredClone(contentFiles);
    const young = files.info.young?.blocks.find(({ id }) => id === 'hit')?.items[0];
    const about = files.info.about?.blocks.find(({ id }) => id === 'organisation')?.fields?.[0];
    if (!young || !about) throw new Error('no such place');
    young.confirmed_by = '';
    young.source = ' ';
    about.confirmed_by = '';
    files.secrecy.LU.confirmed_by = '';
    files.secrecy.BE.confirmed_on = '2026-04-31';
    const refused = () => checkContent(files);
    expect(refused).toThrow('info/young.json: blocks.hit.items.0.confirmed_by is empty.');
    expect(refused).toThrow('info/young.json: blocks.hit.items.0.source is empty.');
    expect(refused).toThrow('info/about.json: blocks.organisation.fields.0.confirmed_by is empty.');
    expect(refused).toThrow('secrecy.json: LU.confirmed_by is empty.');
    expect(refused).toThrow('secrecy.json: BE.confirmed_on is no day of the calendar');
  });
});

describe('a check of a day still to come', () => {
  const listed = (files: typeof contentFiles) =>
    openPoints(files, '2026-12-03').map(({ kind, place, what }) => `${kind} ${place}: ${what}`);

  it('is none: the number is listed', () => {
    const on = (checked_on: string) => listed(withNumber('nl-113', { ...check, checked_on }));
    expect(on('2026-12-04')).toContain(
      'unchecked nl-113: checked on 2026-12-04, a day still to come',
    );
    expect(on('2026-12-03').join()).not.toContain('nl-113');
  });

  it('is none: what stays secret waits for counsel', () => {
    const on = (confirmed_on: string) => {
      const files = structuredClone(contentFiles);
      Object.assign(files.secrecy.NL, { confirmed_by: 'counsel', confirmed_on });
      return listed(files).join();
    };
    expect(on('2026-12-04')).toContain('unconfirmed NL');
    expect(on('2026-12-03')).not.toContain('unconfirmed NL');
  });
});
