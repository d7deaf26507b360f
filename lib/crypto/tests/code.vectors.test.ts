import { expect, it } from 'vitest';
import {
  codeDigits,
  codeOfDigits,
  codeOfPlaces,
  codePlaces,
  codeSalt,
  returnCodeKeys,
  returnCodeOf,
} from '../coming-back/return-code.ts';
import { CODE_COST, plainArgon2, wasmArgon2 } from '../primitives/argon2.ts';
import { toHex } from '../primitives/bytes.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import { numberOfPlaces } from '../words/word-bits.ts';
import { describeStandard, hex, refused } from './standards.ts';

type Good = {
  c: string;
  int88: string;
  digits: string;
  words: number[];
  orgId?: string;
  salt: string;
  A: string;
  locator16: string;
  restoreTok32: string;
  capsuleKey32: string;
  capsuleSbxKey: string;
};
type Vectors = {
  good: Good[];
  refuse: { why: string; words?: number[]; digits?: string }[];
  selfTest: {
    password: string;
    salt: string;
    mKiB: number;
    t: number;
    length: number;
    out: string;
  }[];
};

describeStandard<Vectors>('codes to come back', 'havre-v1/code.json', (v) => {
  it('number, words and digits, in every direction', () => {
    for (const g of v.good) {
      const code = returnCodeOf(hex(g.c));
      expect(codePlaces(code)).toEqual(g.words);
      expect(codeDigits(code)).toBe(g.digits);
      expect(numberOfPlaces(g.words, 8).toString(16).padStart(22, '0')).toBe(g.int88);
      expect(toHex(codeOfPlaces(g.words))).toBe(g.c);
      expect(toHex(codeOfDigits(g.digits))).toBe(g.c);
      const grouped = g.digits.replace(/(.{3})/g, '$1 - ');
      expect(toHex(codeOfDigits(grouped))).toBe(g.c);
    }
  });

  const slow = v.good.filter((g) => g.A !== undefined);

  it.each(slow)('keys of $c, by both implementations', async (g) => {
    const [code, siteId] = [returnCodeOf(hex(g.c)), hex(g.orgId ?? '')];
    expect(toHex(codeSalt(siteId))).toBe(g.salt);
    for (const argon2 of [wasmArgon2, plainArgon2])
      expect(toHex(await argon2(code, codeSalt(siteId), CODE_COST))).toBe(g.A);
    const keys = await returnCodeKeys(code, siteId);
    expect(toHex(keys.locator)).toBe(g.locator16);
    expect(toHex(keys.restoreToken)).toBe(g.restoreTok32);
    expect(toHex(keys.capsuleKey)).toBe(g.capsuleKey32);
    const sbxKey = kdf(EMPTY, keys.capsuleKey, 'capsule', EMPTY, 32);
    expect(toHex(sbxKey)).toBe(g.capsuleSbxKey);
  });

  it.each(v.refuse)('refuses: $why', ({ words, digits }) => {
    expect(words ?? digits).toBeDefined();
    if (words) refused(() => codeOfPlaces(words));
    if (digits !== undefined) refused(() => codeOfDigits(digits));
  });

  it.each(v.selfTest)('the self-test with $mKiB KiB', async (k) => {
    const cost = { memoryKiB: k.mKiB, iterations: k.t, length: k.length };
    for (const argon2 of [wasmArgon2, plainArgon2])
      expect(toHex(await argon2(hex(k.password), hex(k.salt), cost))).toBe(k.out);
  });
});
