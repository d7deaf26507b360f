import { describe, expect, it } from 'vitest';
import { type LeaveSteps, leave } from './leave.ts';

const names = [
  'cover',
  'blankTitle',
  'tellServer',
  'closeSocket',
  'dropKeysAndMessages',
  'dropPage',
  'goAway',
] as const;

function recorded(failing: readonly string[] = []) {
  const done: string[] = [];
  const step = (name: string) => () => {
    done.push(name);
    if (failing.includes(name)) throw new Error(name);
  };
  const steps = Object.fromEntries(names.map((name) => [name, step(name)])) as LeaveSteps;
  return { done, steps };
}

describe('leaving', () => {
  it('covers first, goes away last, and does all of it before it returns', () => {
    const { done, steps } = recorded();
    expect(leave(steps)).toEqual([]);
    expect(done).toEqual(names);
  });

  it('goes on after an error in any step', () => {
    for (const name of names) {
      const { done, steps } = recorded([name]);
      expect(leave(steps)).toEqual([name]);
      expect(done).toEqual(names);
    }
    const { done, steps } = recorded(names);
    expect(leave(steps)).toEqual(names);
    expect(done).toEqual(names);
  });
});
