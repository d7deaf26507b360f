import { describe, expect, it } from 'vitest';
import { testCase } from '#lib/signals/file/test-release.ts';
import { checkManifest } from './check-manifest.ts';
import { isPlain, onlyPlain } from './plain-text.ts';
import { filesOf, hostileFiles, signedAnew, utf8 } from './test-files.ts';

const check = (files: Record<string, Uint8Array>) => checkManifest(new Map(Object.entries(files)));

const truth = 'The number is the one of --root.';
const hostile: [string, string][] = [
  ['lines of its own', `Demo\nFingerprint: 00000\n${truth}`],
  ['what hides the true lines', `Demo\u001b[8m`],
  ['a return to the begin of the line', `Demo\r${truth}`],
  ['a C1 control', 'Demo\u009b8m'],
  ['a line separator', 'Demo\u2028All is well'],
  ['what turns the text around', 'Demo \u202eLN ecilop'],
  ['an isolate', 'Demo \u2066NL'],
  ['zero width', 'De\u200bmo'],
  ['a filler that looks empty', '\u3164'],
  ['a tag character', 'Demo\u{e0041}'],
  ['nothing', ' '],
  ['a whole page', 'x'.repeat(81)],
];

describe('a name that an organisation wrote', () => {
  it.each(hostile)('is refused before anything is printed: %s', (_what, name) => {
    const organisation = hostileFiles({ ...testCase, organisation: name });
    expect(() => check(organisation)).toThrow('The name of the organisation in manifest.json');
    const recipients = hostileFiles({ ...testCase, recipients: ['Demo Police NL', name] });
    expect(() => check(recipients)).toThrow('The name of the recipient in manifest.json');
  });

  it('is not refused for its accents, or its 80 characters', () => {
    for (const name of ["L'Aide à l'Écoute & Cº (België)", 'é'.repeat(80), '救援'])
      expect(isPlain(name), name).toBe(true);
    const honest = hostileFiles({ ...testCase, organisation: 'Élan vzw' });
    expect(check(honest).signed.organisation).toBe('Élan vzw');
  });
});

describe('nothing else of the file is repeated', () => {
  const evil = `x\u001b[2J\n${truth}`;
  it.each([
    ['a day', { day: evil }],
    ['a quarter', { kind: 'pattern', countedWith: evil, clusters: [] }],
    ['a rule', { rules: { [evil]: 1 } }],
  ])('%s', (_what, change) => {
    const files = hostileFiles({ ...testCase, ...change } as unknown as typeof testCase);
    expect(() => check(files)).toThrow('manifest.json is not of the form');
  });

  it('the name of a file that the manifest names', () => {
    const files = signedAnew(testCase, { ...filesOf(), [evil]: utf8('x') });
    expect(() => check(files)).toThrow('manifest.json is not of the form');
  });

  it('a sentence of a library', () => {
    expect(onlyPlain(evil)).toBe(`x\u{FFFD}[2J\u{FFFD}${truth}`);
  });
});
