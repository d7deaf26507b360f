import { describe, expect, it } from 'vitest';
import { type Direction, faultsOf } from './check.ts';

const none = {
  lost: 0,
  doubled: 0,
  disordered: 0,
  invented: 0,
  sentButNotStored: 0,
  wrongTicks: 0,
};

const said = ['a', 'b', 'c'];
const perfect: Direction = {
  said,
  heard: said,
  sent: new Set(said),
  stored: said,
  ticks: new Map(said.map((text) => [text, 'delivered'])),
};

describe('the check of a chat that was disturbed', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(faultsOf(perfect)).toEqual(none);
  });

  it('finds a message that never arrived', () => {
    expect(faultsOf({ ...perfect, heard: ['a', 'c'] })).toEqual({ ...none, lost: 1 });
  });

  it('finds a message that stands twice, on the screen or in the store', () => {
    expect(faultsOf({ ...perfect, heard: ['a', 'b', 'b', 'c'] })).toEqual({ ...none, doubled: 1 });
    expect(faultsOf({ ...perfect, stored: ['a', 'b', 'c', 'c'] })).toEqual({ ...none, doubled: 1 });
  });

  it('finds two that changed places', () => {
    expect(faultsOf({ ...perfect, heard: ['b', 'a', 'c'] })).toEqual({ ...none, disordered: 1 });
  });

  it('finds one that nobody said', () => {
    expect(faultsOf({ ...perfect, heard: [...said, 'x'] })).toEqual({ ...none, invented: 1 });
  });

  it('finds a "Sent" that was not true', () => {
    const gone = { ...perfect, heard: ['a', 'b'], stored: ['a', 'b'] };
    expect(faultsOf(gone)).toEqual({ ...none, lost: 1, sentButNotStored: 1 });
  });

  it('finds a tick that stayed behind', () => {
    const ticks = new Map([...perfect.ticks, ['b', 'sent']]);
    expect(faultsOf({ ...perfect, ticks })).toEqual({ ...none, wrongTicks: 1 });
  });
});
