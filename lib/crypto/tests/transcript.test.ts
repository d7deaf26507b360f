import { describe, expect, it } from 'vitest';
import { decodeState, encodeState } from '../conversation/state-codec.ts';
import { acceptInner, recordOwn } from '../conversation/transcript.ts';
import { encodeInner } from '../messages/inner.ts';
import { toHex } from '../primitives/bytes.ts';
import { refused } from './standards.ts';
import { claimed } from './world.ts';

const { desk } = claimed('transcript');
const state = desk.core;

const inner = (seq: number, ack = 0, kind = 1) =>
  encodeInner({ kind, seq, ack, peerT: state.ownT[ack] ?? state.peerT, minute: 0, body: state.ad });

describe('the numbers of a session', () => {
  it('belong to it or to one before: a message of a later session is refused', () => {
    expect(acceptInner({ ...state, s: 2 }, inner(65_536 + 4)).accepted).toMatchObject({
      type: 'message',
      earlier: true,
    });
    for (const seq of [65_535, 65_536, 2 ** 32 - 1]) refused(() => acceptInner(state, inner(seq)));
  });

  it('are taken once, also while a message waits behind a gap', () => {
    const once = acceptInner(state, inner(5));
    expect(once.accepted).toMatchObject({ type: 'message', gap: true });
    const twice = acceptInner(once.state, inner(5));
    expect(twice.accepted.type).toBe('duplicate');
    expect(twice.state).toBe(once.state);
  });

  it('close a gap in any order to the same transcript', () => {
    const run = (order: number[]) =>
      order.reduce((now, seq) => acceptInner(now, inner(seq)).state, state);
    const inOrder = run([1, 2, 3, 4]);
    expect(inOrder.ack).toBe(5);
    for (const order of [
      [4, 3, 2, 1],
      [2, 1, 4, 3],
      [3, 1, 2, 4],
    ])
      expect(toHex(encodeState(run(order)))).toBe(toHex(encodeState(inOrder)));
    expect(encodeState(decodeState(encodeState(run([4, 2]))))).toEqual(encodeState(run([2, 4])));
  });
});

describe('agreement on what was said', () => {
  it('is compared for the newest 32 own numbers, and not for older ones', () => {
    let long = state;
    for (let i = 0; i < 40; i++) long = recordOwn(long, inner(i));
    expect(long.ownT).toHaveLength(32);
    const oldest = long.nextSeq - 31;
    const wrong = (ack: number) =>
      acceptInner(
        long,
        encodeInner({ kind: 1, seq: 1, ack, peerT: new Uint8Array(16), minute: 0, body: state.ad }),
      );
    expect(wrong(oldest - 1).accepted.type).toBe('message');
    expect(wrong(oldest).accepted.type).toBe('quarantined');
    expect(wrong(long.nextSeq).accepted.type).toBe('quarantined');
    expect(wrong(long.nextSeq + 1).accepted.type).toBe('quarantined');
  });

  it('an acknowledgement of another session is not compared', () => {
    const later = { ...state, s: 1, nextSeq: 65_536, ack: 65_536 };
    const old = encodeInner({
      kind: 1,
      seq: 65_536,
      ack: 3,
      peerT: new Uint8Array(16),
      minute: 0,
      body: state.ad,
    });
    expect(acceptInner(later, old).accepted.type).toBe('message');
  });
});
