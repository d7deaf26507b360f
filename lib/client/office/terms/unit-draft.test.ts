import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PoliceUnit } from '#lib/protocol/signal-terms.ts';
import { agreementState, readUnit, unitDraftOf } from './unit-draft.ts';

const today = 20_785;
let secret = '';
let key = '';
let other: PoliceUnit;

beforeAll(async () => {
  secret = await generateX25519Identity();
  key = await identityToRecipient(secret);
  const otherKey = await identityToRecipient(await generateX25519Identity());
  other = { name: 'Police A', country: 'NL', key: otherKey, agreementUntilDay: today + 300 };
});

const draft = (change: object = {}) => ({
  ...{ name: ' Police B ', country: 'BE' as const, key: `${key}\n`, until: '2027-11-30' },
  ...change,
});
const problems = (change: object) => {
  const read = readUnit(draft(change), [other], today);
  return read.ok ? [] : read.problems;
};

describe('a unit in the form', () => {
  it('is read without the spaces around it, and comes back as it was', () => {
    const read = readUnit(draft(), [other], today);
    if (!read.ok) throw new Error(read.problems.join());
    expect(read.unit).toMatchObject({ name: 'Police B', country: 'BE', key });
    expect(unitDraftOf(read.unit).until).toBe('2027-11-30');
  });

  it('names everything that is wrong at once', () => {
    const empty = { name: '', country: null, key: '', until: '' };
    expect(problems(empty)).toEqual(['name', 'country', 'key', 'day']);
  });

  it('refuses a key with a typing mistake, of another kind, and the secret one by name', () => {
    const last = key.endsWith('q') ? 'p' : 'q';
    for (const bad of [`${key.slice(0, -1)}${last}`, 'ssh-ed25519 AAAA', `age1${'q'.repeat(58)}`])
      expect(problems({ key: bad })).toEqual(['key']);
    expect(problems({ key: secret })).toEqual(['key_secret']);
  });

  it('refuses the name or the key of another unit, and a day that has passed', () => {
    expect(problems({ name: 'police a' })).toEqual(['name_taken']);
    expect(problems({ key: other.key })).toEqual(['key_taken']);
    expect(problems({ until: '2026-11-27' })).toEqual(['day_past']);
    expect(problems({ until: '2026-11-28' })).toEqual([]);
    for (const until of ['tomorrow', '9999-12-31']) expect(problems({ until })).toEqual(['day']);
  });
});

describe('an agreement', () => {
  it('is valid on its last day, warns thirty days before, and has ended the day after', () => {
    const on = (days: number) =>
      agreementState({ ...other, agreementUntilDay: today + days }, today);
    expect([on(31), on(30), on(0), on(-1)]).toEqual(['valid', 'soon', 'soon', 'ended']);
  });
});
