import { dayOf } from '../days.ts';
import type { ServerDeps } from '../deps.ts';
import { endedByPerson, presenceChanged } from '../realtime/mailbox-effects.ts';
import { graceMilliseconds } from '../realtime/presence.ts';
import { realtimeOf } from '../realtime/realtime.ts';
import { absencesOf } from './absences.ts';
import { readLive } from './data.ts';
import { endMailbox } from './mutations.ts';

const lookEveryMilliseconds = 15 * 60_000;

/** After the time of grace desks learn who did not come back to a server that was started anew. */
export async function tellWhoIsAway(deps: ServerDeps): Promise<void> {
  const { presence, publish } = realtimeOf(deps);
  for (const mailbox of await readLive(deps.database)) {
    if (presence.person(mailbox.id) === 'away') publish(presenceChanged(mailbox, 'away'));
  }
}

/** Ends chats whose page has been gone for a day: nobody can come back to them any more. */
export async function endTheAbandoned(deps: ServerDeps): Promise<void> {
  const { presence, lanes } = realtimeOf(deps);
  const live = await readLive(deps.database);
  const away = live.filter(({ id }) => presence.person(id) !== 'here').map(({ id }) => id);
  for (const id of absencesOf(deps).look(away)) await lanes.run(id, () => endOne(id, deps));
}

async function endOne(mailboxId: string, deps: ServerDeps): Promise<void> {
  const { presence, publish } = realtimeOf(deps);
  if (presence.person(mailboxId) === 'here') return;
  const today = dayOf(deps.now());
  const ended = await endMailbox(deps.database, { mailboxId, last: undefined, today });
  if (!ended.ok || !ended.isNew) return;
  deps.counters.add('mailbox_closed');
  publish(await endedByPerson(deps.database, ended.mailbox));
}

/** @returns what stops it, after a look that is running */
export function startWatchingAbsences(deps: ServerDeps): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const doing = (work: (deps: ServerDeps) => Promise<void>) => () => {
    running = work(deps).catch((error) =>
      deps.log.write({ event: 'task_failed', task: 'absences', error }),
    );
  };
  const grace = setTimeout(doing(tellWhoIsAway), graceMilliseconds);
  const timer = setInterval(doing(endTheAbandoned), lookEveryMilliseconds);
  grace.unref();
  timer.unref();
  return async () => {
    clearTimeout(grace);
    clearInterval(timer);
    await running;
  };
}
