import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type TestChild = {
  process: ChildProcess;
  /** The next line it prints; null when it ended instead. */
  line(): Promise<string | null>;
  /** Ends it the hard way and waits until it is gone. */
  kill(): Promise<void>;
};

/** Runs a few lines of TypeScript in a process of its own, so that a test can kill it. */
export function startChild(source: string): TestChild {
  const options = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', source];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    async line() {
      const next = await lines.next();
      return next.done ? null : next.value;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
