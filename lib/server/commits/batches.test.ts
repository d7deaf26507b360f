import { expect, test } from 'vitest';
import { createBatches, type Settled } from './batches.ts';

/** Batches whose runs end when the test says so. */
function held() {
  const runs: { questions: readonly number[]; end(ends: Settled<string>[]): void }[] = [];
  const batches = createBatches<number, string>(
    (questions) => new Promise((end) => runs.push({ questions, end })),
  );
  return { batches, runs };
}

const turns = async () => {
  for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setImmediate(resolve));
};
const echo = (questions: readonly number[]) =>
  questions.map((question) => ({ reply: `to ${question}` }));

test('what is asked while one runs is asked together afterwards, in its order', async () => {
  const { batches, runs } = held();
  const first = batches.ask(1);
  await turns();
  const others = [2, 3, 4].map((question) => batches.ask(question));
  await turns();
  expect(runs.map(({ questions }) => questions)).toEqual([[1]]);
  runs[0]?.end(echo([1]));
  expect(await first).toBe('to 1');
  await turns();
  expect(runs.map(({ questions }) => questions)).toEqual([[1], [2, 3, 4]]);
  runs[1]?.end(echo([2, 3, 4]));
  expect(await Promise.all(others)).toEqual(['to 2', 'to 3', 'to 4']);
});

test('one that fails does not fail its neighbours, and a run that throws fails its own only', async () => {
  const { batches, runs } = held();
  const asked = [1, 2].map((question) => batches.ask(question).catch(String));
  await turns();
  runs[0]?.end([{ error: new Error('no') }, { reply: 'to 2' }]);
  expect(await Promise.all(asked)).toEqual(['Error: no', 'to 2']);
  const broken = createBatches<number, string>(() => Promise.reject(new Error('gone')));
  await expect(broken.ask(1)).rejects.toThrow('gone');
  await expect(broken.ask(2)).rejects.toThrow('gone');
});

test('a batch has an end, and nothing asked is forgotten', async () => {
  const sizes: number[] = [];
  const batches = createBatches<number, string>(async (questions) => {
    sizes.push(questions.length);
    return echo(questions);
  });
  const asked = Array.from({ length: 600 }, (_, i) => batches.ask(i));
  expect(await Promise.all(asked)).toEqual(asked.map((_, i) => `to ${i}`));
  expect(sizes).toEqual([256, 256, 88]);
});
