import fc from 'fast-check';
import { expect, it } from 'vitest';
import { among, apart, beyond, groupNames, noGroups, together } from './same-people.ts';

const pairs = fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom(...'abcdefgh')));

it('signals of the same people are one group, in whichever order it was said', () => {
  const said = [
    ['b', 'a'],
    ['c', 'd'],
    ['d', 'b'],
  ];
  expect(together(said)).toEqual([['a', 'b', 'c', 'd']]);
  fc.assert(
    fc.property(pairs, pairs, (mine, theirs) => {
      const all = together(mine, theirs);
      const turned = together(
        [...theirs].reverse().map(([a, b]) => [b, a]),
        [...mine].reverse(),
      );
      expect(turned).toEqual(all);
      expect(together(all, all)).toEqual(all);
      const keys = all.flat();
      expect(new Set(keys).size).toBe(keys.length);
      // Whoever says what the other one said keeps nothing apart that the other one joined.
      expect(beyond(together(theirs), all)).toEqual(noGroups);
      const name = groupNames(all);
      for (const [a, b] of [...mine, ...theirs]) expect(name(a)).toBe(name(b));
    }),
  );
  expect(groupNames(said)('e')).toBe('e');
});

it('a signal that is taken out, or is not there any more, leaves the others together', () => {
  const three = [['a', 'b', 'c']];
  expect(apart(three, 'b')).toEqual([['a', 'c']]);
  expect(apart([['a', 'b']], 'b')).toEqual(noGroups);
  expect(among([...three, ['d', 'e']], (key) => !'ce'.includes(key))).toEqual([['a', 'b']]);
});

it('what only one of two joined is told, and nothing that both did', () => {
  const [mine, theirs] = [
    [['a', 'b']],
    [
      ['a', 'b', 'c'],
      ['d', 'e'],
    ],
  ];
  expect(beyond(theirs, mine)).toEqual(theirs);
  expect(beyond(mine, theirs)).toEqual(noGroups);
  expect(
    beyond(
      [
        ['a', 'b'],
        ['f', 'g'],
      ],
      theirs,
    ),
  ).toEqual([['f', 'g']]);
});
