import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { start } from '../start.ts';
import { startProblemText } from '../start-problems.ts';
import { requiredTextProblems } from './required-texts.ts';
import { textWarnings } from './text-warnings.ts';

const content = fileURLToPath(new URL('../../../messages/content', import.meta.url));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'havre-texts-'));
  cpSync(content, join(folder, 'messages/content'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const place = (file: string) => join(folder, 'messages/content', file);

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(place(file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(place(file), after);
}

describe('texts without which nobody is served', () => {
  it('are all here', () => {
    expect(requiredTextProblems(folder)).toEqual([]);
  });

  it.each([
    'info/privacy.json',
    'info/accessibility.json',
    'info/about.json',
    'info/complaint.json',
  ])('%s is named when it is missing, no JSON, or empty in one language', (file) => {
    edit(file, (text) => text.replace(/"fr": "[^"]+"/, '"fr": " "'));
    expect(requiredTextProblems(folder)).toEqual([
      expect.stringMatching(new RegExp(`^messages/content/${file} .*title.fr is empty`)),
    ]);
    edit(file, (text) => text.replace('"fr": " ",', ''));
    expect(requiredTextProblems(folder)[0]).toContain('title.fr is missing');
    writeFileSync(place(file), '{');
    expect(requiredTextProblems(folder)[0]).toContain('is not JSON');
    rmSync(place(file));
    expect(requiredTextProblems(folder)[0]).toContain('is missing');
  });

  it('what stays secret is named by its country', () => {
    edit('secrecy.json', (text) => text.replace('"LU"', '"XX"'));
    expect(requiredTextProblems(folder).join()).toContain('LU is missing');
  });

  it('stop a real start before anything is built, and not a demo', async () => {
    rmSync(place('info/complaint.json'));
    const read = readEnv({ DATA_DIR: join(folder, 'data'), HOST: '0.0.0.0' });
    if (!read.ok) throw new Error('the environment of this test is wrong');
    const log = createLog(
      () => {},
      () => new Date(),
    );
    const options = { projectFolder: folder, env: read.env, log, report: () => {} };
    const real = await start({ ...options, kind: 'real' });
    if (real.ok) throw new Error('it started');
    expect(startProblemText(real.problem)).toMatch(
      /info\/complaint\.json \(complaint\) is missing/,
    );
    // Refused for another reason, so the texts were not asked for.
    const demo = await start({ ...options, kind: 'demo' });
    expect(demo).toMatchObject({ ok: false, problem: { code: 'demo_for_everyone' } });
  });
});

describe('what nobody confirmed', () => {
  const at = { file: 'info/privacy.json', place: 'responsible', what: 'Responsible' };
  it('is said by name, and what is only hidden is not', () => {
    const said = textWarnings([
      { kind: 'missing', ...at },
      { kind: 'hidden', ...at, what: 'a sentence' },
      { kind: 'unconfirmed', file: 'secrecy.json', place: 'BE', what: '' },
      { kind: 'unchecked', file: 'numbers.json', place: 'nl-113', what: '' },
    ]).join('\n');
    expect(said).toContain('info/privacy.json, Responsible');
    expect(said).toContain('what stays secret in BE');
    expect(said).toContain('six months (1): nl-113');
    expect(said).not.toContain('a sentence');
  });

  it('is silence when all is confirmed', () => {
    expect(textWarnings([{ kind: 'hidden', ...at }])).toEqual([]);
  });
});
