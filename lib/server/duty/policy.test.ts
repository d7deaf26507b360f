import { describe, expect, it } from 'vitest';
import { dutyState } from './policy.ts';

const state = (counsellors: string[], supervisors: string[]) =>
  dutyState({ counsellors: new Set(counsellors), supervisors: new Set(supervisors) });

describe('the duty rule', () => {
  it('needs a counsellor and a supervisor', () => {
    expect(state([], [])).toBe('nobody');
    expect(state([], ['a', 'b'])).toBe('no_counsellor');
    expect(state(['a', 'b'], [])).toBe('no_supervisor');
    expect(state(['a'], ['b'])).toBe('open');
  });

  it('needs two people, each of whom may be both', () => {
    expect(state(['a'], ['a'])).toBe('one_person');
    expect(state(['a', 'b'], ['a'])).toBe('open');
    expect(state(['a'], ['a', 'b'])).toBe('open');
    expect(state(['a', 'b'], ['a', 'b'])).toBe('open');
  });
});
