import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Move, openEnds, story } from './test-story.ts';
import { newView, type PersonView, tickOf } from './view.ts';

const RUNS = 120;

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Move>('they write', 'they type', 'they read') },
  { weight: 2, arbitrary: fc.constantFrom<Move>('we write', 'we look', 'we look away') },
  { weight: 2, arbitrary: fc.constantFrom<Move>('line lost', 'line back') },
  { weight: 1, arbitrary: fc.constantFrom<Move>('answers lost', 'answers come') },
  { weight: 1, arbitrary: fc.constantFrom<Move>('too many', 'unavailable', 'server well') },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Move>('they go', 'they go', 'they come', 'hush', 'heard'),
  },
  { weight: 1, arbitrary: fc.constantFrom<Move>('they clear', 'we read on', 'they propose') },
  { weight: 1, arbitrary: fc.constantFrom<Move>('we erase', 'we undo') },
  { weight: 3, arbitrary: fc.constantFrom<Move>(100, 900, 3000, 7000, 31_000, 150_000, 400_000) },
);
/** Also a long absence, which hardly any chance would make. */
const moves = (constraints: { minLength?: number; maxLength: number }) =>
  fc
    .array(
      fc.oneof(
        { weight: 20, arbitrary: move.map((one) => [one]) },
        { weight: 1, arbitrary: fc.constant<Move[]>(['they go', 400_000]) },
      ),
      constraints,
    )
    .map((parts) => parts.flat());
const last = fc.constantFrom<Move>('nothing', 'nothing', 'nothing', 'they close', 'we end');

const textsOf = (view: PersonView, from: 'us' | 'them') =>
  view.entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === from ? [entry.text] : [],
  );
const ticksOf = (view: PersonView) => [
  ...new Set(view.entries.flatMap((entry) => tickOf(view, entry) ?? [])),
];

type Story = Awaited<ReturnType<typeof story>>;

/** What must hold on a screen to which nothing happened for a day. */
function holds({ chat, clock, told, ours }: Story): void {
  const view = chat.getSnapshot();
  const { phase, erasure, line, counsellorPresent, orphaned, mayMoveOn } = view;
  expect([view.counsellorTyping, view.cleared, view.quarantined, view.repairing]).toEqual(
    Array(4).fill(false),
  );
  // While they are gone it is looked again and again whether what we said was heard (`repair.ts`).
  expect(clock.pending()).toBeLessThanOrEqual(phase.kind === 'open' && !told.here ? 1 : 0);
  if (erasure) {
    expect([erasure.kind, view.entries]).toEqual(['deleted', []]);
    return;
  }
  // Ours, in order and each once; all of them where nothing was cleared.
  const [mine, theirs] = [textsOf(view, 'us'), textsOf(view, 'them')];
  expect(mine).toEqual(ours.filter((text) => mine.includes(text)));
  if (told.clears === 0) expect(mine).toEqual(ours);
  if (phase.kind === 'ended') {
    expect(ticksOf(view)).not.toContain('waiting');
    expect(theirs).toEqual(told.theirs.slice(0, theirs.length));
    return;
  }
  expect(theirs).toEqual(told.theirs);
  expect({ phase, line }).toEqual({ phase: { kind: 'open' }, line: 'connected' });
  // Gone for a day, or there; and what we said is read where somebody is there to read it.
  const gone = !told.here;
  expect({ counsellorPresent, orphaned, mayMoveOn }).toEqual({
    counsellorPresent: !gone,
    orphaned: gone,
    mayMoveOn: gone,
  });
  expect(ticksOf(view).filter((tick) => tick !== 'read' && !gone)).toEqual([]);
}

it('a day after anything happened in any order, nothing stands on the screen that is not so', async () => {
  const reached = new Map<string, number>();
  let runs = 0;
  const watched = async (one: Story, moves: readonly Move[]) => {
    for (const each of moves) {
      await one.play(each);
      for (const [what, is] of Object.entries(openEnds(one.chat.getSnapshot())))
        if (is) reached.set(what, (reached.get(what) ?? 0) + 1);
    }
  };
  await fc.assert(
    fc.asyncProperty(
      moves({ maxLength: 6 }),
      moves({ minLength: 5, maxLength: 30 }),
      last,
      async (waited, talked, end) => {
        runs += 1;
        const one = await story(`story ${runs}`);
        await watched(one, [...waited, 'they take', ...talked, end]);
        await one.settle();
        holds(one);
      },
    ),
    { numRuns: RUNS },
  );
  console.info('reached', Object.fromEntries(reached));
  // What was never there cannot have stood for good: then this test says nothing.
  for (const what of Object.keys(openEnds(newView)))
    expect([what, reached.get(what) ?? 0]).not.toEqual([what, 0]);
}, 240_000);
