import { describe, expect, it } from 'vitest';
import { isWrongDate } from './wrong-date.ts';

const hour = 3_600_000;
const now = 497_000 * hour;
const closed = { team: null };
const usable = { team: { teamId: new Uint8Array(16), epoch: 1, publicKey: new Uint8Array(1216) } };

describe('a wrong date', () => {
  it('is said when it is far off and nobody can be used, early as well as late', () => {
    for (const ahead of [72, -72, 400 * 24])
      for (const all of [[], [closed], [closed, closed]])
        expect(isWrongDate(now, now + ahead * hour, all)).toBe(true);
  });

  it('is not said while somebody can be used, whatever the server says of the time', () => {
    expect(isWrongDate(now, now + 400 * 24 * hour, [closed, usable])).toBe(false);
  });

  it('is not said for an hour or a zone that is wrong, nor without a word of the server', () => {
    for (const ahead of [0, 14, -14, 20])
      expect(isWrongDate(now, now + ahead * hour, [])).toBe(false);
    expect(isWrongDate(Number.NaN, now, [])).toBe(false);
  });
});
