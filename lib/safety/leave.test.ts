import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyStep } from './every-step.ts';
import { type LeaveStep, type LeaveSteps, leave, leaveOrder } from './leave.ts';

function recorded(failing: readonly LeaveStep[] = [], thrown: unknown = new Error('step')) {
  const done: LeaveStep[] = [];
  const step = (name: LeaveStep) => () => {
    done.push(name);
    if (failing.includes(name)) throw thrown;
  };
  const steps = Object.fromEntries(leaveOrder.map((name) => [name, step(name)])) as LeaveSteps;
  return { done, steps };
}

describe('leaving', () => {
  it('covers first, tells the server before the keys go, goes away last', () => {
    const { done, steps } = recorded();
    expect(leave(steps)).toEqual([]);
    expect(done).toEqual([
      'cover',
      'blankTitle',
      'tellServer',
      'closeSocket',
      'stopListening',
      'dropKeysAndMessages',
      'dropScreens',
      'dropPage',
      'goAway',
    ]);
  });

  it('does every other step, once and in order, whatever is thrown in any of them', () => {
    const reached = { none: 0, one: 0, several: 0, all: 0, goAwayAlone: 0, odd: 0 };
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 8, arbitrary: fc.subarray([...leaveOrder]) },
          { weight: 1, arbitrary: fc.constant<LeaveStep[]>([...leaveOrder]) },
          { weight: 2, arbitrary: fc.constantFrom(...leaveOrder).map((name) => [name]) },
        ),
        // Whoever throws may throw anything, or nothing that is an error.
        fc.oneof(fc.constant(new Error('step')), fc.anything()),
        (failing, thrown) => {
          if (failing.length === 0) reached.none += 1;
          else if (failing.length === 1) reached.one += 1;
          else if (failing.length === leaveOrder.length) reached.all += 1;
          else reached.several += 1;
          if (failing.length === 1 && failing[0] === 'goAway') reached.goAwayAlone += 1;
          if (!(thrown instanceof Error)) reached.odd += 1;
          const { done, steps } = recorded(failing, thrown);
          expect(leave(steps)).toEqual(failing);
          expect(done).toEqual(leaveOrder);
        },
      ),
      { numRuns: 2000 },
    );
    console.log('steps of leaving that threw', reached);
    for (const count of Object.values(reached)) expect(count).toBeGreaterThan(0);
  });

  it('reaches each of the steps although each of the others threw', () => {
    for (const survivor of leaveOrder) {
      const { done, steps } = recorded(leaveOrder.filter((name) => name !== survivor));
      leave(steps);
      expect(done).toEqual(leaveOrder);
    }
  });
});

describe('every step of a list', () => {
  it('runs, however many there are and whichever throw', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (throwing) => {
        const done: number[] = [];
        const failed = everyStep(
          throwing.map((throws, at) => () => {
            done.push(at);
            if (throws) throw at;
          }),
        );
        expect(done).toEqual([...throwing.keys()]);
        expect(failed).toEqual(done.filter((at) => throwing[at]));
      }),
    );
  });
});
