import { useRef, useState } from 'react';

/** One thing that a press sets off: nothing yet, under way, done, or refused with a code. */
export type Task<Code extends string> =
  | { kind: 'idle' }
  | { kind: 'busy' }
  | { kind: 'done' }
  | { kind: 'refused'; code: Code };

export type TaskAnswer<Code extends string> = { ok: true } | { ok: false; code: Code };

/** Runs one at a time: a second press while one is under way does nothing. */
export function useTask<Code extends string>() {
  const [task, setTask] = useState<Task<Code>>({ kind: 'idle' });
  const busy = useRef(false);
  /** @returns whether it was done */
  async function run(act: () => Promise<TaskAnswer<Code>>): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setTask({ kind: 'busy' });
    const answer = await act();
    busy.current = false;
    setTask(answer.ok ? { kind: 'done' } : { kind: 'refused', code: answer.code });
    return answer.ok;
  }
  /** What became of it is over: something else is being done. */
  const clear = () => {
    if (!busy.current) setTask({ kind: 'idle' });
  };
  return { task, run, clear };
}
