import { dayOf } from '../days.ts';
import type { ServerDeps } from '../deps.ts';
import { deleteSetUpLinks, keepSetUpLink } from './mutations.ts';
import { type Ask, type AskAnswer, takeAsks } from './operator-asks.ts';

const LOOK_EVERY_MS = 500;

async function answerTo(question: Ask, deps: ServerDeps, address: string): Promise<AskAnswer> {
  // Its passwords are public: nobody real may be invited into it.
  if (deps.kind === 'demo') return { kind: 'refused', code: 'demo' };
  if (question.kind === 'withdraw')
    return { kind: 'withdrawn', count: await deleteSetUpLinks(deps.database) };
  const hash = Uint8Array.from(Buffer.from(question.hash, 'hex'));
  const { expiresDay } = await keepSetUpLink(deps.database, dayOf(deps.now()), hash);
  deps.log.write({ event: 'set_up_link_made' });
  return { kind: 'made', address, expiresDay };
}

/**
 * Answers what the technician's command asks in DATA_DIR ([Note: Asking the running server]).
 * @param folder the DATA_DIR whose lock this process holds
 * @param address where people reach this server
 * @returns what stops it, once the answer on its way is written
 */
export function answerOperator(
  deps: ServerDeps,
  folder: string,
  address: string,
): () => Promise<void> {
  async function look(): Promise<void> {
    try {
      for (const { question, reply } of takeAsks(folder, Date.now()))
        if (question !== null) reply(await answerTo(question, deps, address));
    } catch (error) {
      deps.log.write({ event: 'task_failed', task: 'set_up_link', error });
    }
  }
  let looking: Promise<void> | null = null;
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null;
    });
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
