import { expect, it } from 'vitest';
import { type CardState, clearScreen, newView, readOn } from './view.ts';

const states: readonly CardState[] = [
  ...(['asked', 'sharing', 'yes', 'no', 'later', 'failed', 'taking_back'] as const),
  ...(['not_taken_back', 'taken_back', 'unsure', 'too_late', 'off'] as const),
];

it('a cleared screen keeps of all cards only those on which something can be taken back', () => {
  const cards = states.map((state) => ({ id: `c ${state}`, body: new Uint8Array(), state }));
  const entries = cards.map(({ id }) => ({ kind: 'card', id }) as const);
  const cleared = clearScreen({ ...newView, cards, entries });
  // Also a yes that is still on its way.
  const kept = ['sharing', 'yes', 'taking_back', 'not_taken_back', 'unsure'];
  expect(cleared.cards.map(({ state }) => state)).toEqual(kept);
  const shown = kept.map((state) => ({ kind: 'card', id: `c ${state}` }));
  expect(cleared.entries).toEqual(shown);
  expect(readOn(cleared).entries.slice(1)).toEqual(shown);
});
