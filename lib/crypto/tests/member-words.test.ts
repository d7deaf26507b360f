import { describe, expect, it } from 'vitest';
import { consentRefOf, newWithdrawalPlaces } from '../consent/consent-withdrawal.ts';
import { CODE_COST, plainArgon2 } from '../primitives/argon2.ts';
import { BadFrame } from '../primitives/bad-frame.ts';
import { concat, toHex, utf8 } from '../primitives/bytes.ts';
import { h32, sha512 } from '../primitives/hash.ts';
import { WORD_LANGUAGES, WORD_LISTS } from '../words/code-words.ts';
import { comparisonWords, type NewMember } from '../words/comparison-words.ts';
import { newPassphrase } from '../words/passphrase.ts';
import { bytesOf, numberOf } from '../words/word-bits.ts';
import { seeded } from './world.ts';

const random = seeded('member words');
const identity = () => ({ deviceId: random(16), signingKey: random(32), dhKey: random(32) });
const member: NewMember = { orgId: random(16), counsellor: identity(), keyOfficer: identity() };

describe('the words that a new member and a supervisor compare', () => {
  const words = comparisonWords(member, 'en').join(' ');

  it('are five, the same for both, and the first 55 bits of the hash', () => {
    const part = (i: typeof member.counsellor) => concat(i.deviceId, i.signingKey, i.dhKey);
    const hash = sha512(
      concat(
        utf8('HAVRE-V1/member'),
        member.orgId,
        part(member.counsellor),
        part(member.keyOfficer),
      ),
    );
    const bits = numberOf(hash).toString(2).padStart(512, '0');
    const places = [0, 11, 22, 33, 44].map((at) => Number.parseInt(bits.slice(at, at + 11), 2));
    expect(words).toBe(places.map((place) => WORD_LISTS.en[place]).join(' '));
    expect(comparisonWords(structuredClone(member), 'en').join(' ')).toBe(words);
  });

  it('change with every key and id: a server that swaps one is heard', () => {
    const swaps: NewMember[] = [
      { ...member, orgId: random(16) },
      { ...member, counsellor: member.keyOfficer, keyOfficer: member.counsellor },
    ];
    for (const part of ['counsellor', 'keyOfficer'] as const)
      for (const field of ['deviceId', 'signingKey', 'dhKey'] as const) {
        const swapped = random(field === 'deviceId' ? 16 : 32);
        swaps.push({ ...member, [part]: { ...member[part], [field]: swapped } });
      }
    for (const other of swaps) expect(comparisonWords(other, 'en').join(' ')).not.toBe(words);
  });
});

describe('a password that is made', () => {
  it('has seven words of the list, all 77 bits of them from the source', () => {
    const draw = random(10);
    for (const language of WORD_LANGUAGES) {
      const words = newPassphrase((n) => draw.slice(0, n), language).split(' ');
      const places = words.map((word) => WORD_LISTS[language].indexOf(word));
      expect(places.length).toBe(7);
      const number = places.reduce((sum, place) => sum * 2048n + BigInt(place), 0n);
      expect(number).toBe(numberOf(draw) & ((1n << 77n) - 1n));
    }
  });
});

describe('the words to take a consent back', () => {
  it('are five, and lead to the reference of the consent', async () => {
    const draw = random(7);
    const places = newWithdrawalPlaces(() => draw);
    expect(places.length).toBe(5);
    const number = numberOf(draw) & ((1n << 55n) - 1n);
    const salt = h32(utf8('HAVRE-V1/withdraw')).slice(0, 16);
    const answer = (await plainArgon2(bytesOf(number, 7), salt, CODE_COST)).slice(0, 16);
    expect(toHex(await consentRefOf(places))).toBe(toHex(answer));
    await expect(consentRefOf(places.slice(1))).rejects.toThrow(BadFrame);
  });
});
