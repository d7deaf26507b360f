import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Grounds } from './test-grounds.ts';

export type HouseAnswers = {
  grounds: Grounds & { address: string };
  /** All that the database holds of one organisation. */
  snapshot: string;
  rows: {
    mailboxes: {
      id: string;
      organisationId: string;
      leaseMemberId: string | null;
      state: string;
      checkpointN: number;
    }[];
    frames: { id: string; mailboxId: string; direction: number }[];
    members: { id: string; organisationId: string }[];
  };
  /** What happened since the last time somebody asked. */
  state: { lines: string[]; failures: string[]; counts: Record<string, number> };
  /** Bytes, after a forced collection. */
  memory: { rss: number; heapUsed: number; external: number };
  stop: null;
};

export type HouseQuestion = { id: number; question: keyof HouseAnswers; about: string };

export type HouseProcess = {
  ask<Q extends keyof HouseAnswers>(question: Q, about?: string): Promise<HouseAnswers[Q]>;
  /** False once the process has ended, whatever ended it. */
  lives(): boolean;
  process: ChildProcess;
};

/** Starts the server of the hunt. @param databaseUrl null: embedded */
export async function startHouse(databaseUrl: string | null): Promise<HouseProcess> {
  const program = fileURLToPath(new URL('test-house-program.ts', import.meta.url));
  const child = fork(program, {
    execArgv: ['--expose-gc', '--import', import.meta.resolve('tsx')],
    env: {
      ...process.env,
      ...(databaseUrl === null ? {} : { HOSTILE_DATABASE_URL: databaseUrl }),
    },
    serialization: 'advanced',
  });
  const waiting = new Map<number, (answer: never) => void>();
  child.on('message', ({ id, answer }: { id: number; answer: never }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the server of the hunt ended with ${code}`);
  });
  ended.catch(() => undefined);
  let last = 0;
  const answerTo = (id: number) =>
    Promise.race([new Promise<never>((resolve) => waiting.set(id, resolve)), ended]);
  await answerTo(0);
  return {
    process: child,
    lives: () => child.exitCode === null && child.signalCode === null,
    ask(question, about = '') {
      last += 1;
      const answer = answerTo(last);
      child.send({ id: last, question, about });
      return answer;
    },
  };
}
