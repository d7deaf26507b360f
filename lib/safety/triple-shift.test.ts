import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneMore, nextShift, noShift, type ShiftInput } from './triple-shift.ts';

/** Plays inputs and returns what the page would do: say that one more leaves, and leave. */
function play(inputs: ShiftInput[]): ('one_more' | 'leave')[] {
  let state = noShift;
  return inputs.flatMap((input) => {
    const wasOneMore = isOneMore(state, state.lastAt);
    const [next, outcome] = nextShift(state, input);
    state = next;
    if (outcome === 'leave') return ['leave'];
    return isOneMore(next, next.lastAt) && !wasOneMore ? ['one_more'] : [];
  });
}
const down = (key: string, at = 0, chorded = false): ShiftInput => ({
  kind: 'down',
  key,
  at,
  chorded,
  shifted: false,
});
const up = (key: string): ShiftInput => ({ kind: 'up', key });
const shift = (at: number) => [down('Shift', at), up('Shift')];
const withShift = (key: string, at: number) => [
  down('Shift', at),
  down(key, at),
  up(key),
  up('Shift'),
];

describe('three presses of Shift', () => {
  it('leave, and the second one says that one more does', () => {
    expect(play([...shift(0), ...shift(200), ...shift(400)])).toEqual(['one_more', 'leave']);
  });

  it('may be slow: each within five seconds of the one before', () => {
    expect(play([...shift(0), ...shift(5000), ...shift(10000)])).toEqual(['one_more', 'leave']);
    expect(play([...shift(0), ...shift(5001), ...shift(9000)])).toEqual(['one_more']);
  });

  it('are counted anew, and announced anew, when too much time went by', () => {
    expect(
      play([...shift(0), ...shift(100), ...shift(6000), ...shift(6100), ...shift(6200)]),
    ).toEqual(['one_more', 'one_more', 'leave']);
  });

  it('work in the middle of typing', () => {
    const typed = [down('h', 10), up('h'), down('i', 20), up('i')];
    expect(play([...typed, ...shift(30), ...typed, ...shift(40), ...shift(50)])).toContain('leave');
  });

  it('are one short only while one more would leave, whatever is typed later', () => {
    const inputs = [...shift(0), ...shift(200), down('a', 9000), up('a')];
    const state = inputs.reduce((before, input) => nextShift(before, input)[0], noShift);
    expect([isOneMore(state, 5200), isOneMore(state, 9000)]).toEqual([true, false]);
  });

  it('start again after a finger or the mouse', () => {
    expect(play([...shift(0), ...shift(1), { kind: 'pointer' }, ...shift(2)])).toEqual([
      'one_more',
    ]);
  });
});

describe('no exit by accident', () => {
  it('from a name in capitals', () => {
    expect(play([...'ANNA'].flatMap((key, i) => withShift(key, i * 100)))).toEqual([]);
  });

  it('from a telephone number on an AZERTY keyboard, where digits need Shift', () => {
    expect(play([...'0473400066'].flatMap((key, i) => withShift(key, i * 100)))).toEqual([]);
    const oneShift = [
      down('Shift'),
      ...[...'112'].flatMap((key) => [down(key), up(key)]),
      up('Shift'),
    ];
    expect(play([...oneShift, ...oneShift, ...oneShift])).toEqual([]);
  });

  it('from holding Shift down, from both Shift keys, from switching the keyboard layout', () => {
    expect(play([down('Shift'), down('Shift'), down('Shift'), down('Shift'), up('Shift')])).toEqual(
      [],
    );
    const layout = [down('Alt'), down('Shift', 0, true), up('Shift'), up('Alt')];
    expect(play([...layout, ...layout, ...layout])).toEqual([]);
  });

  it('from capitals written with sticky keys, one key at a time', () => {
    const capital = (key: string, at: number): ShiftInput[] => [
      ...shift(at),
      { kind: 'down', key, at, chorded: false, shifted: true },
      up(key),
    ];
    expect(play([...'ANNA'].flatMap(capital))).toEqual([]);
    expect(play([...capital('A', 0), ...shift(1), ...shift(2), ...shift(3)])).toEqual([
      'one_more',
      'leave',
    ]);
  });

  it('from Shift held for the mouse, to select or to scroll sideways, also where the system repeats the key', () => {
    const select = (at: number): ShiftInput[] => [
      down('Shift', at),
      down('Shift', at + 500),
      { kind: 'pointer' },
      down('Shift', at + 530),
      up('Shift'),
    ];
    expect(play([0, 1000, 2000, 3000].flatMap(select))).toEqual([]);
    // The one that was held for it does not count towards three either.
    expect(play([...select(0), ...shift(1000), ...shift(1100)])).toEqual(['one_more']);
    expect(play([...select(0), ...shift(1000), ...shift(1100), ...shift(1200)])).toContain('leave');
  });

  it('from a release that the page did not see', () => {
    expect(play([down('Shift'), { kind: 'blur' }, ...shift(1), ...shift(2)])).toEqual(['one_more']);
  });

  it('whatever is typed, as long as every Shift is held with another key', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 1 })), (keys) => {
        expect(play(keys.flatMap((key, i) => withShift(key, i)))).toEqual([]);
      }),
    );
  });
});
