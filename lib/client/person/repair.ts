import { startResume } from '#lib/crypto/conversation/person.ts';
import { sendAgain } from '#lib/crypto/conversation/session.ts';
import { sessionOf } from '#lib/crypto/conversation/session-state.ts';
import { minuteOf } from '#lib/crypto/primitives/time-units.ts';
import { tickOf } from '../ticks/ticks.ts';
import { change, type Parts } from './parts.ts';
import type { ChatMeans } from './person-chat.ts';
import { newFrame, prefsContent } from './sealing.ts';
import { queueFrame } from './traffic.ts';

/** Between two repairs that nobody asked for, in ms (reading 18). */
export const REPAIR_EVERY_MS = 5 * 60_000;

type Clock = Pick<ChatMeans, 'now' | 'later'>;

/** A desk that is there acknowledges within 5 s; one whose page sleeps, within a minute. In ms. */
export const UNHEARD_MS = 2 * 60_000;
/** So often it is looked in that time: what was stored a moment ago, after a long outage, has not been unheard for long. */
const LOOKS = 4;

/** What became of a message; `unknown`: nobody can tell now, because one of the two lines is down. */
export type Hearing = 'heard' | 'unheard' | 'unknown';

/**
 * Begins a new session when frames could not be read or both sides no longer agree on what was said; never
 * more often than once in five minutes, so that whoever sends rubbish cannot keep a phone busy.
 */
export function createRepair(
  { now, later }: Clock,
  begin: () => void,
  hearingOf: (seq: number) => Hearing,
) {
  let last: number | null = null;
  let planned = false;
  let isWatching = false;
  /** The last message said while another one was watched. */
  let newest: number | null = null;
  let cancel = () => {};
  let cancelWatch = () => {};

  function run(): void {
    planned = false;
    last = now();
    begin();
  }
  const needed = (): void => {
    if (planned) return;
    planned = true;
    const wait = last === null ? 0 : last + REPAIR_EVERY_MS - now();
    // A clock that was set back makes nobody wait for longer.
    if (wait > 0) cancel = later(Math.min(wait, REPAIR_EVERY_MS), run);
    else run();
  };
  /** @param looked how often in a row it was unheard before */
  function watch(seq: number, looked = 0): void {
    isWatching = true;
    cancelWatch = later(UNHEARD_MS / LOOKS, () => {
      const hearing = hearingOf(seq);
      if (hearing === 'unknown') return watch(seq);
      if (hearing === 'unheard' && looked + 1 < LOOKS) return watch(seq, looked + 1);
      isWatching = false;
      if (hearing === 'unheard') needed();
      const next = newest;
      newest = null;
      if (next !== null) watch(next);
    });
  }
  return {
    needed,
    /** Something was said. A side that no longer believes us stays silent, and cannot tell us so. */
    said(seq: number) {
      if (isWatching) newest = seq;
      else watch(seq);
    },
    stop() {
      cancel();
      cancelWatch();
    },
  };
}

/** Whether the counsellor's side has acknowledged a message of ours, while it is there. */
export function hearingOf({ held, store }: Parts, seq: number): Hearing {
  const { counsellorPresent, line, marks, entries } = store.getSnapshot();
  // What was said before a repair was said again in it, and is not asked for twice.
  if (sessionOf(seq) !== held.session.core.s || tickOf(seq, marks) !== 'sent') return 'heard';
  // What was said since the line came back may wait for the answer to `mailbox:attach`.
  const isInStep = line === 'connected' && held.early === null;
  if (!counsellorPresent || !isInStep) return 'unknown';
  const own = entries.find((entry) => entry.kind === 'message' && entry.seq === seq);
  // A cleared screen has no entries; what is on one must be with the server.
  return own?.kind === 'message' && own.from === 'us' && own.state !== 'stored'
    ? 'unknown'
    : 'unheard';
}

/**
 * START (RESUME) to the key that only the counsellor's side has, then everything again that it never
 * acknowledged: the same inner bytes under the same seq, which it shows once.
 */
export function beginRepair(parts: Parts): void {
  const { held, means, store } = parts;
  if (held.over || store.getSnapshot().phase.kind !== 'open') return;
  const outgoing = { content: prefsContent(held.prefs), minute: minuteOf(means.now()) };
  const start = startResume(held.session, outgoing, means.random);
  if (!start.ok) return;
  held.session = start.session;
  queueFrame(parts, start.seq, newFrame(start.frame, means.random));
  const { marks } = store.getSnapshot();
  for (const { seq, inner } of held.unconfirmed) {
    if (tickOf(seq, marks) !== 'sent') continue;
    const again = sendAgain(held.session, inner, means.random);
    if (!again.ok) break;
    held.session = again.session;
    queueFrame(parts, seq, newFrame(again.frame, means.random));
  }
  change(parts, (view) => ({ ...view, quarantined: false, repairing: true }));
}
