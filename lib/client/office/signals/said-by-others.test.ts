import { expect, it } from 'vitest';
import type { OpenedApproval } from './joins.ts';
import type { PatternPlan, Pool } from './pattern-pool.ts';
import { saidByOthers } from './said-by-others.ts';
import type { Groups } from './same-people.ts';

const quarter = '2026-Q3';
const pool = {
  quarter,
  due: ['a', 'b', 'c', 'd', 'e'].map((key, i) => ({ key, number: i + 1 })),
} as unknown as Pool;
const hash = (letter: number) => new Uint8Array(32).fill(letter);
const approval = (name: string, groups: Groups | null, change: Partial<OpenedApproval> = {}) =>
  ({
    ...{ memberId: name, displayName: name, contentHash: hash(1) },
    ...{ joined: new Uint8Array(1), groups, ...change },
  }) as OpenedApproval;

function told(approvals: OpenedApproval[], said: Groups, contentHash: Uint8Array | null = null) {
  const plan = contentHash && ({ contentHash } as PatternPlan);
  const beside = { pool, said, plan, ownId: 'Sanne' as OpenedApproval['memberId'] };
  const patterns = [
    { quarter, approvals },
    { quarter: '2026-Q2', approvals: [approval('Mo', [['d', 'e']])] },
  ];
  return saidByOthers(patterns, beside).map(({ memberId: _id, ...one }) => one);
}

it('says what a colleague joined, what only oneself joined, and that two say the same', () => {
  const saskia = approval('Saskia', [['a', 'b']]);
  const differs = { name: 'Saskia', kind: 'differs' };
  expect(told([saskia], [])).toEqual([{ ...differs, theirs: [['a', 'b']], mine: [] }]);
  expect(told([saskia], [['c', 'd']])).toEqual([
    { ...differs, theirs: [['a', 'b']], mine: [['c', 'd']] },
  ]);
  expect(told([approval('Saskia', [])], [['c', 'd']])).toEqual([
    { ...differs, theirs: [], mine: [['c', 'd']] },
  ]);
  const same = { name: 'Saskia', kind: 'same', groups: [['a', 'b']] };
  expect(told([saskia], [['a', 'b']])).toEqual([same]);
  expect(told([approval('Saskia', [])], [])).toEqual([]);
});

it('tells nothing of signals that are not counted, nor of what oneself said before', () => {
  const same = { name: 'Saskia', kind: 'same', groups: [['a', 'b']] };
  expect(told([approval('Saskia', [['a', 'b', 'gone']])], [['a', 'b', 'left']])).toEqual([same]);
  expect(told([approval('Saskia', [['a', 'gone']])], [['b', 'left']])).toEqual([]);
  expect(told([approval('Sanne', [['a', 'b']])], [])).toEqual([]);
});

it('says that something cannot be read, of a colleague and of oneself', () => {
  const unreadable = { kind: 'unreadable', name: 'Saskia', isOwn: false };
  expect(told([approval('Saskia', null)], [['a', 'b']], hash(1))).toEqual([unreadable]);
  const own = { kind: 'unreadable', name: 'Sanne', isOwn: true };
  expect(told([approval('Sanne', null)], [])).toEqual([own]);
  // One that carries nothing is worth a word only when it does not count.
  const bare = approval('Saskia', null, { joined: null });
  expect(told([bare], [], hash(1))).toEqual([]);
  expect(told([bare], [['a', 'b']], hash(2))).toEqual([unreadable]);
});
