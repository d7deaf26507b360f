import { helpRequests, leftBeacon } from '#lib/protocol/help-events.ts';
import { frameId } from '#lib/protocol/ids.ts';
import type * as z from '#lib/protocol/zod.ts';
import { takeBack } from '../consents/take-back.ts';
import { fromBase64url } from '../credentials/tokens.ts';
import type { ServerDeps } from '../deps.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { disconnectPerson } from '../realtime/effects.ts';
import { insist } from '../realtime/insist.ts';
import { deletedByPerson, presenceChanged } from '../realtime/mailbox-effects.ts';
import { realtimeOf } from '../realtime/realtime.ts';
import { type HelpRow, refused, type Services } from '../realtime/types.ts';
import { erasureOf } from '../retention/erasure.ts';
import { findMailbox } from './data.ts';
import { earlyExitsOf } from './early-exits.ts';
import { endChat } from './ending.ts';
import { deleteMailbox } from './mutations.ts';
import { anyone, ownsMailbox } from './policy.ts';
import { waitingPlacesOf } from './waiting-places.ts';

type Deletion = z.output<(typeof helpRequests)['chat:delete']>;

/**
 * Deletes, and gives what others have to learn of it, once ([Note: Untold]); a wrong token learns only that it is
 * wrong.
 */
async function deleteAll({ mailboxId, token, last }: Deletion, { deps, realtime }: Services) {
  const untold = realtime.untold.deleted;
  const before = await findMailbox(deps.database, mailboxId);
  if (before !== null && ownsMailbox(before, token)) untold.begin(mailboxId, before);
  const deleted = await deleteMailbox(deps.database, { mailboxId, token });
  if (!deleted.ok) return deleted;
  realtime.deleted.add(mailboxId);
  const mailbox = deleted.mailbox ?? untold.owed(mailboxId);
  if (mailbox === null || !ownsMailbox(mailbox, token)) return { ok: true, effects: [] } as const;
  waitingPlacesOf(deps).over(mailboxId);
  erasureOf(deps).want();
  const effects = await deletedByPerson(deps.database, mailbox, last ?? null);
  untold.settle(mailboxId);
  deps.counters.add('mailbox_deleted');
  return { ok: true, effects } as const;
}

export const deleteRow: HelpRow<'chat:delete'> = {
  schema: helpRequests['chat:delete'],
  policy: anyone,
  async handle(request, _connection, services) {
    const deleted = await deleteAll(request, services);
    if (!deleted.ok) return refused(deleted.code);
    return { answer: { ok: true }, effects: deleted.effects };
  },
};

type Beacon = z.output<typeof leftBeacon>;

/** Body of the beacon; null when it is not what our own page sends. */
function readBeacon(bytes: Uint8Array): Beacon | null {
  try {
    const parsed = leftBeacon.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function personLeft(
  { mailboxId, closed }: Beacon,
  token: Uint8Array,
  deps: ServerDeps,
): Promise<void> {
  const realtime = realtimeOf(deps);
  const mailbox = await findMailbox(deps.database, mailboxId);
  if (mailbox === null) earlyExitsOf(deps).add(mailboxId, token);
  if (mailbox === null || !ownsMailbox(mailbox, token)) return;
  const ended = await endChat({ mailboxId, last: undefined }, { deps, realtime });
  if (!ended.ok || ended.was === null) return;
  if (!closed) {
    realtime.presence.markLeft(mailboxId);
    deps.counters.add('left_quickly');
  }
  realtime.publish([
    ...(closed ? [] : presenceChanged(ended.was, 'left')),
    ...ended.effects,
    disconnectPerson(mailboxId),
  ]);
}

/** Somebody left while everything was being deleted: nobody is there any more to say no, or to ask again. */
function leftDeleting(
  { mailboxId, erase }: Beacon,
  token: Uint8Array<ArrayBuffer>,
  deps: ServerDeps,
) {
  const realtime = realtimeOf(deps);
  const sealed = erase?.last;
  const last = sealed && {
    frameId: frameId.parse(sealed.frameId),
    blob: fromBase64url(sealed.blob),
  };
  const takingBack = (erase?.consents ?? []).map((consent) => async () => {
    realtime.publish(await takeBack(deps, fromBase64url(consent)));
  });
  const deleting = async () => {
    const deleted = await deleteAll({ mailboxId, token, last }, { deps, realtime });
    if (deleted.ok) realtime.publish([...deleted.effects, disconnectPerson(mailboxId)]);
  };
  return [...takingBack, deleting];
}

/**
 * The beacon of the quick exit, and of a page that is closed. It is believed for the token in its body, and
 * answered the same way whatever
 * it says: nobody is there any more to read the answer.
 */
const left = defineRoute<Uint8Array>({
  method: 'POST',
  path: '/left',
  body: { kind: 'bytes', maxBytes: 4096 },
  origin: 'any',
  async handle({ body }, deps) {
    const beacon = readBeacon(body);
    if (beacon !== null) {
      const token = fromBase64url(beacon.token);
      await realtimeOf(deps).lanes.run(beacon.mailboxId, () =>
        insist(
          beacon.erase
            ? leftDeleting(beacon, token, deps)
            : [() => personLeft(beacon, token, deps)],
          deps,
        ),
      );
    }
    return { kind: 'empty' };
  },
});

export const mailboxRoutes: readonly Route[] = [left];
