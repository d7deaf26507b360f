import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keysInUse } from './test-used-keys.ts';

const folder = new URL('../../messages/en/', import.meta.url);

function keysOf(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return [key];
  return Object.entries(value).flatMap(([name, inner]) => keysOf(inner, `${key}.${name}`));
}

describe('words that nobody says', () => {
  const isUsed = keysInUse();

  it('are found', () => {
    expect(isUsed('chat.wait.place')).toBe(true);
    expect(isUsed('help.country.NL')).toBe(true);
    expect(isUsed('chat.wait.nobodySaysThis')).toBe(false);
    expect(isUsed('help.nobodySaysThis')).toBe(false);
  });

  it.each(readdirSync(folder))('%s has none', (file) => {
    const words: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const keys = keysOf(words, file.replace('.json', ''));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
});
