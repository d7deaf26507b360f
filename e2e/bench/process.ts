import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a process of the bench can be asked to do, by name. */
export type Tasks = Record<string, (request: never) => unknown>;

type Question = { id: number; task: string; request: unknown };
type Reply = { id: number; result?: unknown; error?: string };

/** A process of the bench, seen from the one that started it. */
export type BenchProcess<T extends Tasks> = {
  ask<K extends keyof T & string>(
    task: K,
    request: Parameters<T[K]>[0],
  ): Promise<Awaited<ReturnType<T[K]>>>;
  end(): Promise<void>;
};

/**
 * Starts a file of this folder in a process of its own: the server, the relay and the clients must not
 * share an event loop, or each would measure the others.
 * @param nodeOptions beside those that let it read TypeScript
 */
export function startProcess<T extends Tasks>(
  file: string,
  nodeOptions: readonly string[] = [],
): BenchProcess<T> {
  const child = fork(new URL(file, import.meta.url), {
    execArgv: ['--import', import.meta.resolve('tsx'), ...nodeOptions],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const asked = new Map<number, (reply: Reply) => void>();
  let last = 0;
  child.on('message', (reply: Reply) => asked.get(reply.id)?.(reply));
  child.once('exit', () => {
    for (const answer of asked.values()) answer({ id: 0, error: `${file} ended` });
  });
  return {
    ask(task, request) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        asked.set(id, ({ result, error }) => {
          asked.delete(id);
          if (error === undefined) resolve(result as never);
          else reject(new Error(`${file}, ${task}: ${error}`));
        });
        child.send({ id, task, request } satisfies Question);
      });
    },
    end: () => endProcess(child),
  };
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.disconnect();
  await once(child, 'exit');
}

/**
 * The other side: answers what the starting process asks.
 * @param atEnd runs when that process is done with this one, or gone
 */
export function serveTasks(tasks: Tasks, atEnd: () => Promise<void> = async () => undefined): void {
  process.on('message', async ({ id, task, request }: Question) => {
    try {
      const result = await tasks[task]?.(request as never);
      process.send?.({ id, result } satisfies Reply);
    } catch (error) {
      process.send?.({ id, error: String(error) } satisfies Reply);
    }
  });
  process.once('disconnect', () => void atEnd().finally(() => process.exit(0)));
}
