import type { HelpAnswers, StartWork } from '#lib/protocol/help-events.ts';
import { limits } from '#lib/protocol/limits.ts';
import type { ChatMeans } from './person-chat.ts';

/** What the request is sent with; undefined while nothing was asked for. */
type Work = StartWork | null | undefined;

/**
 * Asks to start a chat. When many start at once, some work is asked for first (reading j): it is done in a
 * worker while the person reads or writes, for twenty seconds at the most, however often it has to be begun.
 * Then the chat waits behind those who did it: slower, never refused.
 * @param signal nobody wants the chat any more: the worker ends at once
 */
export function withStartWork(
  { prove, now }: Pick<ChatMeans, 'prove' | 'now'>,
  signal: AbortSignal,
  ask: (work: Work) => Promise<HelpAnswers['mailbox:open']>,
) {
  let work: Work;
  let since: number | null = null;
  return async () => {
    for (;;) {
      const answer = await ask(work);
      if (answer.ok || answer.code !== 'work_needed' || !('challenge' in answer)) return answer;
      since ??= now();
      const left = since + limits.startWorkMs - now();
      work = left > 0 ? await prove(answer, left, signal) : null;
    }
  };
}
