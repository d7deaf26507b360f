import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LIB = new URL('../..', import.meta.url).pathname;

type Source = { path: string; text: string };

const sources: Source[] = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|\/tests\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(LIB, path), 'utf8') }));

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

/** Paths that match, and are not the one place where it is allowed. */
const offenders = (files: Source[], pattern: RegExp, allowed: string[] = []) =>
  files
    .filter(({ path, text }) => !allowed.includes(path) && pattern.test(withoutComments(text)))
    .map(({ path }) => path);

const RULES: { promise: string; pattern: RegExp; allowed: string[]; planted: string }[] = [
  {
    promise: 'keys are derived in kdf.ts alone',
    pattern: /hkdf/i,
    allowed: ['crypto/primitives/kdf.ts'],
    planted: "import { hkdf } from '@noble/hashes/hkdf.js';",
  },
  {
    promise: 'tweetnacl signs and verifies nothing',
    pattern: /\bsign\s*\.\s*(?:detached|open|keyPair)\b/,
    allowed: [],
    planted: 'return nacl.sign.detached.verify(m, s, k);',
  },
  {
    promise: 'signatures are verified in verify.ts alone',
    pattern: /ed25519\s*\.\s*verify/,
    allowed: ['crypto/verify.ts'],
    planted: 'ed25519.verify(s, m, k);',
  },
  {
    promise: 'X25519 is computed in x25519.ts alone, with its checks',
    pattern: /scalarMult|getSharedSecret|nacl\s*\.\s*box\b/,
    allowed: ['crypto/primitives/x25519.ts'],
    planted: 'const s = nacl.scalarMult(a, b);',
  },
  {
    promise: 'secretbox is used in sbx.ts alone, never bare',
    pattern: /secretbox/,
    allowed: ['crypto/primitives/sbx.ts'],
    planted: 'nacl.secretbox(m, n, k)',
  },
  {
    promise: 'bytes are random from the system’s generator',
    pattern: /Math\s*\.\s*random/,
    allowed: [],
    planted: 'Math.random()',
  },
];

describe('lib', () => {
  it('was really read', () =>
    expect(sources.map(({ path }) => path)).toContain('crypto/primitives/kdf.ts'));

  it.each(RULES)('$promise', ({ pattern, allowed, planted }) => {
    const plant = { path: 'crypto/planted.ts', text: planted };
    expect(offenders([...sources, plant], pattern, allowed)).toContain(plant.path);
    expect(offenders(sources, pattern, allowed)).toEqual([]);
    for (const place of allowed) expect(offenders(sources, pattern)).toContain(place);
  });
});

describe('verify.ts, which the server imports', () => {
  const read = (file: string) => readFileSync(join(LIB, 'crypto', file), 'utf8');
  const importsOf = (text: string) =>
    [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? '');

  function reached(file: string, seen = new Set<string>()): Set<string> {
    for (const name of importsOf(read(file))) {
      const own = name.startsWith('.');
      const place = own ? join(dirname(file), name) : name;
      if (seen.has(place)) continue;
      seen.add(place);
      if (own) reached(place, seen);
    }
    return seen;
  }

  it('reaches nothing that decrypts', () => {
    expect(reached('conversation/session.ts')).toContain('tweetnacl');
    expect([...reached('verify.ts')].sort()).toEqual([
      '@noble/curves/ed25519.js',
      'signature-input.ts',
    ]);
  });
});
