/** Collects what is asked while the one before is still running, and asks it together. */
export type Batches<Question, Reply> = { ask(question: Question): Promise<Reply> };

/** One question's own end: a failing neighbour is not its failure. */
export type Settled<Reply> = { reply: Reply } | { error: unknown };

/** Beyond this a batch would hold up those behind it for longer than it saves. */
const mostAtOnce = 256;

/**
 * Runs one batch at a time. An idle server answers a lone question at once; a busy one finds, each time
 * the database is free again, everything that came in meanwhile.
 * @param run gets the questions in the order in which they were asked, and answers each in its place;
 *   when it throws, all of them fail
 */
export function createBatches<Question, Reply>(
  run: (questions: readonly Question[]) => Promise<readonly Settled<Reply>[]>,
): Batches<Question, Reply> {
  type Waiting = { question: Question; settle(end: Settled<Reply>): void };
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      const ends = await runOne(batch.map(({ question }) => question));
      batch.forEach(({ settle }, i) => {
        settle(ends[i] ?? { error: new Error('a batch left a question open') });
      });
      // Those who were just answered may have more to ask; they share the next batch.
      await new Promise((resolve) => setImmediate(resolve));
    }
    isRunning = false;
  }

  async function runOne(questions: readonly Question[]): Promise<readonly Settled<Reply>[]> {
    try {
      return await run(questions);
    } catch (error) {
      return questions.map(() => ({ error }));
    }
  }

  return {
    ask(question) {
      return new Promise((resolve, reject) => {
        const settle = (end: Settled<Reply>) =>
          'error' in end ? reject(end.error) : resolve(end.reply);
        waiting.push({ question, settle });
        if (isRunning) return;
        isRunning = true;
        setImmediate(() => void runAll());
      });
    },
  };
}
