import type { Code } from '#lib/protocol/codes.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import { dayOf } from '../days.ts';
import type { Effect } from '../realtime/effects.ts';
import { endedByPerson, frameArrived } from '../realtime/mailbox-effects.ts';
import type { Services } from '../realtime/types.ts';
import { findMailbox } from './data.ts';
import { endMailbox } from './mutations.ts';
import type { Mailbox } from './types.ts';
import { waitingPlacesOf } from './waiting-places.ts';

/** `was`: the mailbox until then; null when it had ended before and everybody knows. */
export type Ended =
  | { ok: true; was: Mailbox | null; effects: readonly Effect[] }
  | { ok: false; code: Code };

/** The person ends it, and the others are told, once ([Note: Untold]). */
export async function endChat(
  { mailboxId, last }: { mailboxId: string; last: Frame | undefined },
  { deps, realtime }: Services,
): Promise<Ended> {
  const untold = realtime.untold.ended;
  const before = await findMailbox(deps.database, mailboxId);
  if (before !== null && before.state !== 'closed') untold.begin(mailboxId, before);
  const today = dayOf(deps.now());
  const ended = await endMailbox(deps.database, { mailboxId, last, today });
  if (!ended.ok) return ended;
  const was = ended.isNew ? ended.mailbox : untold.owed(mailboxId);
  if (was === null) return { ok: true, was, effects: [] };
  waitingPlacesOf(deps).over(mailboxId);
  const arrived = last && was.state === 'open' ? frameArrived(was, last) : [];
  const closed = await endedByPerson(deps.database, was);
  untold.settle(mailboxId);
  return { ok: true, was, effects: [...arrived, ...closed] };
}
