import type { Prefs } from '../messages/content.ts';
import { must, orNull } from '../primitives/bad-frame.ts';
import { equalBytes } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import type { XWingKeys } from '../primitives/x-wing.ts';
import { type Received, takeInner } from './receive.ts';
import type { AnySession } from './session.ts';
import { firstSeq, type SessionState } from './session-state.ts';
import { NO_PSK } from './start.ts';
import {
  type Mode,
  readStartHeader,
  type StartHeader,
  startFormOf,
  startIdentity,
} from './start-header.ts';
import { type Opened, openContinuation, openStart } from './start-open.ts';

/** A key that opens STARTs: a team epoch's, or (epoch 0, with RS as psk) an earlier session's. */
export type StartKey = { epoch: number; keys: XWingKeys; psk: Uint8Array | null };

/** One mailbox as the desk sees it: its START frames, in order of arrival, and what may open them. */
export type WaitingMailbox = {
  /** 16 bytes each */
  orgId: Uint8Array;
  teamId: Uint8Array;
  mailboxId: Uint8Array;
  frames: readonly Uint8Array[];
  keys: readonly StartKey[];
};

/** A session that was opened and can be claimed. */
export type OpenedStart = {
  mode: Mode;
  /** (mailboxId, e0, H32(ct)) in hexadecimal: what makes it this session */
  identity: string;
  key: StartKey;
  session: AnySession;
  messages: Received[];
};

/** What the queue may show before "Take": no text. */
export type StartPreview = {
  /** the newest PREFS; null if none was sent */
  prefs: Prefs | null;
  /** the chat is a RESUME of one that was claimed before */
  returning: boolean;
  /** the first time that the person's client gave, whole minutes since 1970; 0 for none */
  minute: number;
};

function keyOf(box: WaitingMailbox, header: StartHeader): StartKey {
  const key = box.keys.find(
    ({ epoch, keys }) =>
      epoch === header.epoch && equalBytes(h32(keys.publicKey).slice(0, 8), header.keyId),
  );
  must(key !== undefined);
  return key;
}

function take(
  start: Omit<OpenedStart, 'session'>,
  session: AnySession,
  opened: Opened,
): OpenedStart {
  const taken = takeInner(session, opened.state, opened.innerBytes);
  const messages =
    taken.result.type === 'message' ? [...start.messages, taken.result.message] : start.messages;
  return { ...start, session: taken.session, messages };
}

const freshSession = (core: SessionState, mailboxId: Uint8Array): AnySession => {
  const none = firstSeq(core.s);
  return { core, mailboxId, acknowledged: none, read: none };
};

function first(box: WaitingMailbox, frame: Uint8Array, starts: OpenedStart[]): OpenedStart[] {
  const header = readStartHeader(frame);
  const identity = startIdentity(header);
  // The relay repeated it: opening it again would forget what followed.
  if (starts.some((start) => start.identity === identity)) return starts;
  const key = keyOf(box, header);
  const { orgId, teamId, mailboxId } = box;
  const expected = { orgId, teamId, mailboxId, epoch: key.epoch, keys: key.keys };
  const opened = openStart(frame, { ...expected, psk: key.psk ?? NO_PSK });
  const start = { mode: header.mode, identity, key, messages: [] };
  return [...starts, take(start, freshSession(opened.state, mailboxId), opened)];
}

// A continuation does not say whose it is, beyond the session number: it belongs to the one
// start whose chain opens it.
function continuation(frame: Uint8Array, starts: OpenedStart[]): OpenedStart[] | null {
  for (const start of starts.filter(({ session }) => !session.core.quarantined)) {
    const opened = orNull(() => openContinuation(start.session.core, frame));
    if (!opened) continue;
    const after = take(start, start.session, opened);
    return starts.map((one) => (one === start ? after : one));
  }
  return null;
}

/**
 * Opens all START frames of a mailbox. Several sessions may stand in one: the person who came
 * back twice, or somebody else who wrote under the public number of the mailbox.
 * @returns the sessions, newest session number first, then in order of arrival; and how many
 *   frames could not be opened with these keys
 */
export function openStarts(box: WaitingMailbox): { starts: OpenedStart[]; unreadable: number } {
  let starts: OpenedStart[] = [];
  let unreadable = 0;
  for (const frame of box.frames) {
    const after =
      startFormOf(frame) === 'first'
        ? orNull(() => first(box, frame, starts))
        : continuation(frame, starts);
    if (after) starts = after;
    else unreadable++;
  }
  return { starts: starts.sort((a, b) => b.session.core.s - a.session.core.s), unreadable };
}

/** What the desk may show of a waiting chat before somebody takes it. */
export function previewOf(start: OpenedStart): StartPreview {
  const prefs = start.messages.flatMap(({ content }) =>
    content.type === 'prefs' ? [content.prefs] : [],
  );
  return {
    prefs: prefs.at(-1) ?? null,
    returning: start.mode === 'resume',
    minute: start.messages.find(({ minute }) => minute > 0)?.minute ?? 0,
  };
}
