import { expect } from 'vitest';
import { ratchetOpen, ratchetSeal } from '../conversation/ratchet.ts';
import { receiving, takeInner } from '../conversation/receive.ts';
import type { AnySession } from '../conversation/session.ts';
import { firstSeq, type SessionState } from '../conversation/session-state.ts';
import { decodeState, encodeState } from '../conversation/state-codec.ts';
import { recordOwn } from '../conversation/transcript.ts';
import { encodeInner } from '../messages/inner.ts';
import { toHex } from '../primitives/bytes.ts';
import type { Random } from '../primitives/random.ts';
import { hex } from './standards.ts';

/** A side of a vector after a step. */
export type Side = { state: string; seq: number; ack: number; ownT: string; peerT: string };

/** Asserts that a state is, byte for byte, the reference's; and that it can be read back. */
export function expectState(state: SessionState, side: Side, why?: string): void {
  expect(toHex(encodeState(state)), why).toBe(side.state);
  expect(encodeState(decodeState(hex(side.state)))).toEqual(hex(side.state));
  expect([state.nextSeq, state.ack]).toEqual([side.seq, side.ack]);
  expect(toHex(state.peerT)).toBe(side.peerT);
  expect(toHex(state.ownT.at(-1) ?? new Uint8Array(0))).toBe(side.ownT);
}

/** A bare session around a state, for the layers below person and counsellor. */
export const bare = (core: SessionState, mailboxId = new Uint8Array(16)): AnySession => ({
  core,
  mailboxId,
  acknowledged: firstSeq(core.s),
  read: firstSeq(core.s),
});

/** One ratchet frame into a state, with the result word of the vectors. */
export function deliver(
  core: SessionState,
  frame: Uint8Array,
): { core: SessionState; word: string } {
  const { session, result } = receiving(bare(core), () => {
    const opened = ratchetOpen(core, frame);
    return takeInner(bare(core), opened.state, opened.innerBytes);
  });
  const words = {
    message: 'message',
    duplicate: 'dropped',
    stale: 'dropped',
    unreadable: 'dropped',
    quarantined: 'quarantine',
  };
  const gap = result.type === 'message' && result.message.gap;
  return { core: session.core, word: gap ? 'message-after-gap' : words[result.type] };
}

/** Sends a kind and body, whatever they are, on the ratchet. */
export function sendRaw(
  core: SessionState,
  { kind, body, minute }: { kind: number; body: Uint8Array; minute: number },
  random: Random,
): { core: SessionState; frame: Uint8Array } {
  const { nextSeq: seq, ack, peerT } = core;
  const inner = encodeInner({ kind, seq, ack, peerT, minute, body });
  const { state, frame } = ratchetSeal(core, inner, random);
  return { core: recordOwn(state, inner), frame };
}
