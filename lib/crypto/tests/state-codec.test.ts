import { describe, expect, it } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint } from '../conversation/checkpoint.ts';
import type { SessionState } from '../conversation/session-state.ts';
import { decodeState, encodeState } from '../conversation/state-codec.ts';
import { refused } from './standards.ts';
import { claimed, intake, mailboxId, seeded } from './world.ts';

const { desk, start } = claimed('codec');
const random = seeded('codec');

const withByte = (bytes: Uint8Array, at: number, byte: number) => {
  const out = bytes.slice();
  out[at] = byte;
  return out;
};

describe('a stored state', () => {
  it('of every phase comes back as it was', () => {
    for (const state of [desk.core, start.session.core, intake('phase').person.core])
      expect(decodeState(encodeState(state))).toEqual(state);
  });

  it('of the largest kind fits a checkpoint, in quarantine too', () => {
    const full: SessionState = {
      ...desk.core,
      receiveChain: random(32),
      skipped: Array.from({ length: 16 }, (_, n) => ({ dh: random(32), n, mk: random(32) })),
      waiting: Array.from({ length: 16 }, (_, i) => ({ seq: 10 + i, hash: random(32) })),
      ownT: Array.from({ length: 32 }, () => random(16)),
    };
    const session = { ...desk, core: full, parkKey: random(1216) };
    const size = (core: SessionState) => encodeCheckpoint({ ...session, core }, random(32)).length;
    expect(size(full)).toBe(3867);
    const waiting = [...full.waiting, { seq: 30, hash: random(32) }];
    const stopped = { ...full, waiting, quarantined: true };
    expect(size(stopped)).toBe(3903);
    expect(decodeState(encodeState(stopped))).toEqual(stopped);
    refused(() => decodeState(encodeState({ ...stopped, quarantined: false })));
  });

  it('hides no relic where a key is absent, and has no other encoding', () => {
    const bytes = encodeState(start.session.core);
    const absentOwnKey = 7 + 32;
    refused(() => decodeState(withByte(bytes, absentOwnKey, 1)));
    refused(() => decodeState(withByte(bytes, 0, 2)));
    refused(() => decodeState(withByte(bytes, 1, 2)));
    refused(() => decodeState(withByte(bytes, 3, 1)));
    refused(() => decodeState(withByte(bytes, 6, 0x20 | 4)));
    refused(() => decodeState(encodeState({ ...desk.core, ownT: [] })));
  });

  it('keeps waiting messages ascending, above what was acknowledged', () => {
    const waiting = (...seqs: number[]) => ({
      ...desk.core,
      waiting: seqs.map((seq) => ({ seq, hash: random(32) })),
    });
    expect(decodeState(encodeState(waiting(3, 4))).waiting).toHaveLength(2);
    for (const seqs of [[4, 3], [3, 3], [desk.core.ack]])
      refused(() => decodeState(encodeState(waiting(...seqs))));
  });
});

describe('a stored checkpoint', () => {
  const plainOf = (session: typeof desk) => encodeCheckpoint(session, random(32));

  it('is of a counsellor who claimed, with a whole parking key or none', () => {
    expect(decodeCheckpoint(plainOf(desk), mailboxId).session).toEqual(desk);
    refused(() => decodeCheckpoint(plainOf({ ...desk, core: start.session.core }), mailboxId));
    const person = intake('person').person.core;
    refused(() => decodeCheckpoint(plainOf({ ...desk, core: person }), mailboxId));
    refused(() => decodeCheckpoint(plainOf({ ...desk, parkKey: random(8) }), mailboxId));
    refused(() => decodeCheckpoint(withByte(plainOf(desk), 0, 2), mailboxId));
  });
});
