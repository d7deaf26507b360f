import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type JoinedGroups, MARK, openJoined, sealJoined } from '../consent/joined-signals.ts';
import { BadFrame } from '../primitives/bad-frame.ts';
import { concat, toHex, u16, u32, utf8 } from '../primitives/bytes.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import { padTo } from '../primitives/padding.ts';
import { systemRandom } from '../primitives/random.ts';
import { seal } from '../primitives/seal.ts';
import { xWingKeys } from '../primitives/x-wing.ts';

const seed = systemRandom(32);
const subject = {
  ...{ orgId: systemRandom(16), teamId: systemRandom(16), memberId: systemRandom(16) },
  ...{ quarter: '2026-Q3', contentHash: systemRandom(32) },
};
const only = (number: number) => (epoch: number) => (epoch === number ? seed : undefined);
const seals = (groups: JoinedGroups) =>
  sealJoined({ epoch: 7, seed }, subject, groups, systemRandom);
const refs = (count: number) => Array.from({ length: count }, () => systemRandom(32));
const pairs = (count: number) => Array.from({ length: count }, () => refs(2));
const textOf = (groups: JoinedGroups): string[] =>
  groups
    .map((group) =>
      group
        .map((ref) => toHex(ref.slice(0, MARK)))
        .sort()
        .join(),
    )
    .sort();

it('what was joined opens with the release key, in whichever order it was said', () => {
  const group = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
    minLength: 2,
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.array(group, { maxLength: 6 }), (groups) => {
      const names = groups.flat().map((ref) => toHex(ref.slice(0, MARK)));
      fc.pre(new Set(names).size === names.length);
      const opened = openJoined(only(7), subject, seals(groups));
      expect(textOf(opened)).toEqual(textOf(groups));
      const turned = groups.map((one) => [...one].reverse()).reverse();
      expect(openJoined(only(7), subject, seals(turned))).toEqual(opened);
    }),
    { numRuns: 20 },
  );
});

it('the length tells neither whether nor how many were joined by hand, and a whole pool fits', () => {
  const lengths = [[], pairs(1), pairs(78), [refs(160)]].map((groups) => seals(groups).length);
  expect(lengths).toEqual([3244, 3244, 3244, 3244]);
  for (const all of [pairs(600), [refs(1200)]]) expect(seals(all)).toHaveLength(17_580);
  expect(() => seals([refs(1500)])).toThrow(BadFrame);
});

it('opens with no other key, for no other member, content, quarter or organisation, and not when it was damaged', () => {
  const blob = seals(pairs(2));
  const other = systemRandom(32);
  expect(() => openJoined(() => other, subject, blob)).toThrow(BadFrame);
  expect(() => openJoined(only(8), subject, blob)).toThrow(BadFrame);
  for (const change of [
    ...[{ orgId: systemRandom(16) }, { teamId: systemRandom(16) }, { memberId: systemRandom(16) }],
    ...[{ contentHash: systemRandom(32) }, { quarter: '2026-Q2' }],
  ])
    expect(() => openJoined(only(7), { ...subject, ...change }, blob)).toThrow(BadFrame);
  // The number of the key in front is bound as well.
  expect(() => openJoined(() => seed, subject, concat(u32(8), blob.slice(4)))).toThrow(BadFrame);
  for (const at of [0, 4, 1130, blob.length - 1]) {
    const damaged = blob.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(() => openJoined(only(7), subject, damaged)).toThrow(BadFrame);
  }
  for (const size of [0, 3, 1195, 3243])
    expect(() => openJoined(only(7), subject, blob.slice(0, size))).toThrow(BadFrame);
});

const info = concat(
  ...[utf8('HAVRE-V1/joins\0'), subject.orgId, subject.teamId, u32(7)],
  ...[subject.memberId, subject.contentHash, utf8(subject.quarter)],
);
const made = (plain: Uint8Array, psk?: Uint8Array, size = 2048): Uint8Array =>
  concat(u32(7), seal(xWingKeys(seed).publicKey, info, padTo(plain, size), systemRandom, psk));
const [a, b] = refs(2)
  .map((ref) => ref.slice(0, MARK))
  .sort((x, y) => (toHex(x) < toHex(y) ? -1 : 1));
const [low, high] = [a ?? EMPTY, b ?? EMPTY];
const pair = concat(u16(2), low, high);

it('a server, which knows the public key and every reference, cannot make one', () => {
  const plain = concat(u16(1), pair);
  const psk = kdf(EMPTY, seed, 'joins', info, 32);
  expect(openJoined(only(7), subject, made(plain, psk))).toEqual([[low, high]]);
  expect(() => openJoined(only(7), subject, made(plain))).toThrow(BadFrame);
});

it('one list has one encoding', () => {
  const psk = kdf(EMPTY, seed, 'joins', info, 32);
  for (const plain of [
    concat(u16(1), u16(2), high, low),
    concat(u16(1), u16(2), low, low),
    concat(u16(1), u16(1), low),
    concat(u16(2), pair, pair),
    concat(u16(1), pair, pair),
    u16(1),
  ])
    expect(() => openJoined(only(7), subject, made(plain, psk))).toThrow(BadFrame);
  const wide = made(concat(u16(1), pair), psk, 16_384);
  expect(() => openJoined(only(7), subject, wide)).toThrow(BadFrame);
});
