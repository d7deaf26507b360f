import { wipeDeep } from '#lib/crypto/conversation/wipe-session.ts';
import type { Sendable } from '#lib/crypto/messages/content.ts';
import { minuteOf } from '#lib/crypto/primitives/time-units.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxView } from '#lib/protocol/help-events.ts';
import { everyStep } from '#lib/safety/every-step.ts';
import { tickOf } from '../ticks/ticks.ts';
import { change, type Parts } from './parts.ts';
import { seal } from './sealing.ts';
import { addOwn, attendedBy, endBy, failWaiting, moveTo, settle } from './view.ts';

/** Between two attempts to speak for the mailbox again, in ms. */
const ATTACH_AGAIN_MS = 1000;

/** Queues a frame; what becomes of it is shown beside the message with this seq, if one stands in the log. */
export function queueFrame({ outbox, means, store }: Parts, seq: number, frame: Frame): void {
  outbox.add({
    send: () => means.portal.request('frame:send', frame),
    stored: () => change({ store }, (view) => settle(view, seq, 'stored')),
    refused: () => change({ store }, (view) => settle(view, seq, 'failed')),
  });
}

// What a repair says again. PREFS go with its START anyway, and receipts would be wrong by then.
const isLasting = ({ type }: Sendable): boolean =>
  type === 'text' || type === 'consent-grant' || type === 'consent-withdraw';

/**
 * Seals a message and queues its frame.
 * @param shown the text, where it stands in the log
 * @returns its seq, or why it cannot be said
 */
export function push(parts: Parts, content: Sendable, minute: number, shown?: string) {
  const { means, held, store } = parts;
  const sealed = seal(held.session, content, minute, means.random);
  if (!sealed.ok) return sealed;
  const { seq, frame, inner } = sealed;
  held.session = sealed.session;
  const { marks } = store.getSnapshot();
  held.unconfirmed = held.unconfirmed.filter((sent) => tickOf(sent.seq, marks) === 'sent');
  if (isLasting(content)) held.unconfirmed.push({ seq, inner });
  if (shown !== undefined) change(parts, (view) => addOwn(view, seq, shown, minute));
  queueFrame(parts, seq, frame);
  return sealed;
}

/** Nobody reads what nobody sees: behind a neutral text, or while everything is being deleted. */
export function look({ held, store, receipts }: Parts): void {
  const { erasure, cleared, phase } = store.getSnapshot();
  const isShown = erasure === null && !cleared && phase.kind !== 'ended';
  receipts.setVisible(held.visible && isShown);
}

/** What the server says of the mailbox, after opening it and after every lost connection. */
export function takeView(parts: Parts, server: MailboxView): void {
  parts.held.opened = true;
  // While nobody has answered nobody is gone.
  const counsellorPresent = server.state !== 'open' || server.counsellorPresent;
  change(parts, (view) => ({
    ...(server.state === 'waiting'
      ? attendedBy(moveTo(view, server.place), server.attendance)
      : view),
    counsellorPresent,
  }));
  parts.absence.told(counsellorPresent);
  parts.arrivals.takeAll(server.frames);
  const early = parts.held.early ?? [];
  parts.held.early = null;
  for (const work of early) work();
  if (server.state === 'closed') finish(parts, 'unknown');
}

/** Speaks for the mailbox again on a new connection, then lets the outbox go on. */
export async function attach(parts: Parts): Promise<void> {
  const { means, held, mailboxId, token } = parts;
  // Also on a connection that stands: what is told before the answer is newer than it.
  held.early ??= [];
  held.asking += 1;
  const mine = held.asking;
  const isOld = () => held.over || mine !== held.asking;
  const answer = await means.portal.request('mailbox:attach', { mailboxId, token });
  if (isOld()) return;
  if (answer.ok) {
    takeView(parts, answer);
    parts.outbox.setReady(true);
    return;
  }
  if (answer.code !== 'unavailable' && answer.code !== 'too_many') return finish(parts, 'unknown');
  means.later(ATTACH_AGAIN_MS, () => {
    if (!isOld()) void attach(parts);
  });
}

/** Nothing is sent, taken in or timed any more. */
export function silence(parts: Parts): void {
  const { held, outbox, receipts, arrivals, absence, link, repair, means } = parts;
  held.over = true;
  everyStep([
    outbox.stop,
    receipts.stop,
    arrivals.stop,
    absence.stop,
    link.stop,
    repair.stop,
    means.portal.close,
    () => held.working.abort(),
  ]);
}

/** Overwrites every key. Who reads memory afterwards finds what is on the screen, no more. */
export function wipeKeys({ held }: Parts): void {
  wipeDeep(held.session);
  wipeDeep(held.unconfirmed);
  held.unconfirmed = [];
}

/**
 * DELETE as the last message, sealed once: when the keys go, this frame is all that stays of them, and with
 * the token it can still delete the chat, nothing else. Null if nothing can be said any more.
 */
export function goodbye({ held, means }: Parts): Frame | null {
  if (held.goodbye !== undefined) return held.goodbye;
  const sealed = seal(held.session, { type: 'delete' }, minuteOf(means.now()), means.random);
  held.goodbye = sealed.ok ? sealed.frame : null;
  if (sealed.ok) held.session = sealed.session;
  return held.goodbye;
}

/** The chat is over. What was said stays on the screen until the person leaves it. */
export function finish(parts: Parts, by: 'us' | 'counsellor' | 'unknown'): void {
  change(parts, (view) => failWaiting(endBy(view, by)));
  goodbye(parts);
  const leftovers = parts.outbox.leftovers();
  silence(parts);
  wipeKeys(parts);
  everyStep(leftovers);
}
