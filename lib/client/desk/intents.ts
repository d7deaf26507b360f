import { utf8 } from '#lib/crypto/primitives/bytes.ts';
import { limits } from '#lib/protocol/limits.ts';
import type { Presence } from '#lib/protocol/team/conversation-events.ts';
import { show, TYPING_EVERY_MS } from '../ticks/ack-schedule.ts';
import type { ChatState } from './chat-state.ts';
import { presenceAfter } from './presence.ts';
import { addOwn } from './thread.ts';

/** True for a text that one message can carry. */
export function fitsOneMessage(text: string): boolean {
  return utf8(text).length <= limits.textBytes;
}

/** A text stands in the log and in the outbox at once; it is stored later. */
export function withText(state: ChatState, id: string, text: string, minute: number): ChatState {
  return {
    ...state,
    thread: addOwn(state.thread, id, text, minute),
    outbox: [...state.outbox, { id, text, minute }],
  };
}

/** The end, behind what is still to be sent. @param kindly what is said before it, to who abused the chat */
export function withEnd(
  state: ChatState,
  id: string,
  kindly: string | null,
  now: number,
): ChatState {
  if (state.phase !== 'open') return state;
  const ending = { ...state, phase: 'ending', abusive: kindly !== null } as const;
  return kindly === null ? ending : withText(ending, id, kindly, Math.floor(now / 60_000));
}

/**
 * The counsellor pressed a key in the box. Told at most once in 5 s, and never while the person is
 * away: a page that reacts by itself could betray them.
 */
export function withTyping(state: ChatState, now: number): ChatState {
  const { last, wanted } = state.typing;
  // A clock that was set back silences nobody.
  const soon = last !== null && now >= last && now - last < TYPING_EVERY_MS;
  const idle = state.presence !== 'here' || state.outbox.length > 0 || state.phase !== 'open';
  if (wanted || soon || idle) return state;
  return { ...state, typing: { wanted: true, last } };
}

/** Everything up to here was on the visible, focused screen. */
export function withShown(state: ChatState, now: number): ChatState {
  const { ack } = state.held.session.core;
  const acks = state.phase === 'open' ? show(state.acks, ack, now) : state.acks;
  if (ack <= state.seen && acks === state.acks) return state;
  return { ...state, seen: Math.max(state.seen, ack), acks };
}

/** The server says what the person's connection does. */
export function withPresence(state: ChatState, told: Presence): ChatState {
  const presence = presenceAfter(state.presence, told);
  if (presence === state.presence) return state;
  // A sign that has not left by then would be told to whoever holds the phone, or much too late.
  const typing = presence === 'here' ? state.typing : { ...state.typing, wanted: false };
  return { ...state, presence, typing };
}
