import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ReleaseContent } from './content.ts';
import { signalCsv } from './signal-csv.ts';
import { filesOf, jsonOf, real, text } from './test-pack.ts';
import { testCase, testPattern } from './test-release.ts';

describe('when something happened', () => {
  const quarter = /20\d\d-Q\d/g;
  const incidents = (content: ReleaseContent): object[] =>
    jsonOf(content, 'stix.json').objects.filter((one: { type: string }) => one.type === 'incident');
  const rows = (content: ReleaseContent) =>
    parse(signalCsv(content), { columns: true }) as Record<string, string>[];

  it('is in no file of a pattern: the quarter of the count is said of the file, and dates no record', () => {
    const content = testPattern(5);
    expect(rows(content).length).toBeGreaterThan(1);
    expect(rows(content).every(({ hte_Date }) => hte_Date === '')).toBe(true);
    expect(signalCsv(content)).not.toMatch(quarter);
    for (const one of incidents(content)) {
      expect(JSON.stringify(one)).not.toMatch(quarter);
      expect(JSON.stringify(one)).not.toMatch(/period|seen|"(start|stop)/);
    }
    const { Event } = jsonOf(content, 'misp.json');
    expect(JSON.stringify(Event.Attribute)).not.toMatch(quarter);
    expect(JSON.stringify(Event.Attribute)).not.toMatch(/period|_seen/);
    const { clusters, ...file } = jsonOf(content, 'signal.json');
    expect(JSON.stringify(clusters)).not.toMatch(quarter);
    expect(file).toMatchObject({ counted_with: '2024-Q4' });
    // What names it says what it is.
    const counted =
      / (counted|geteld|comptés) (with|met|avec) (the quarter |het kwartaal |le trimestre )?/;
    const named = text(filesOf(content)['README.txt'])
      .split('\r\n')
      .filter((l) => l.match(quarter));
    expect(named).toHaveLength(3);
    for (const line of named) expect(line).toMatch(counted);
    expect(Event.info).toMatch(/, counted with 2024-Q4$/);
    expect(Event.Tag).toContainEqual(
      expect.objectContaining({ name: 'thb-signal:counted_with="2024-Q4"' }),
    );
  });

  it('is in the file of a case as the person left it in, and nowhere when they left it out', () => {
    const { signal, ...rest } = testCase as ReleaseContent & { kind: 'case' };
    const kept = { ...rest, signal: { ...signal, period: '2024-Q3' } };
    expect(rows(kept)[0]?.hte_Date).toBe('2024-Q3');
    expect(text(filesOf(kept)['stix.json']).match(quarter)).toEqual(['2024-Q3']);
    const { period: _period, ...left } = signal;
    for (const [name, bytes] of Object.entries(filesOf({ ...rest, signal: left }))) {
      if (name !== 'signal.schema.json') expect(text(bytes), name).not.toMatch(/period"/);
      expect(text(bytes), name).not.toMatch(/\b2024\b/);
    }
  });
});

describe('what is synthetic', () => {
  it.each(real)(
    'is marked in every file and record of %s, and a real one has no trace',
    (_, content) => {
      const made = filesOf({ ...content, synthetic: true });
      for (const [name, bytes] of Object.entries(made))
        expect(text(bytes), name).toMatch(/synthetic/i);
      for (const [name, bytes] of Object.entries(filesOf(content)))
        if (name !== 'signal.schema.json') expect(text(bytes), name).not.toMatch(/synt[hé]/i);
      const csv = signalCsv({ ...content, synthetic: true });
      const rows = parse(csv, { columns: true }) as Record<string, string>[];
      expect(rows.every(({ x_synthetic }) => x_synthetic === 'true')).toBe(true);
      const { objects } = JSON.parse(text(made['stix.json'])) as {
        objects: { type: string; name: string; labels?: string[] }[];
      };
      const said = objects.filter(({ type }) => type === 'incident' || type === 'report');
      expect(said.length).toBeGreaterThan(1);
      for (const { name, labels } of said) {
        expect(name).toMatch(/^Synthetic: /);
        expect(labels).toEqual(['synthetic']);
      }
      const { Event } = JSON.parse(text(made['misp.json']));
      for (const { Tag } of [Event, ...Event.Attribute])
        expect(Tag).toContainEqual({ name: 'thb-signal:synthetic="true"', exportable: true });
      // Nobody said yes, so nothing says that they did.
      const yes = /Each person said yes|Elke persoon zei zelf ja|Chaque personne a dit oui/g;
      expect(text(filesOf(content)['README.txt']).match(yes)).toHaveLength(3);
      expect(text(made['README.txt'])).not.toMatch(yes);
    },
  );
});
