import { FRAME, MAX_FRAME } from '../messages/kinds.ts';
import { must } from '../primitives/bad-frame.ts';
import { concat, reader, toHex, u8, u32 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { X_WING } from '../primitives/x-wing.ts';

/** How a session begins: with a team's epoch key, or with the key of an earlier session. */
export type Mode = 'intake' | 'resume';

/** Bytes before the box of a first START frame and of a continuation. */
export const START_HEADER = 1208;
export const CONTINUATION_HEADER = 12;

const SUITE = 1;
const CONTINUED = 0x80;

/** `ver=01 type=01 suite=01 mode | keyId8 | teamId16 | epoch | s | ct 1120 | e0 32 | mailboxId16 | n`. */
export type StartHeader = {
  mode: Mode;
  /** first 8 bytes of H32 of the X-Wing public key */
  keyId: Uint8Array;
  teamId: Uint8Array;
  /** 0 with `resume` */
  epoch: number;
  /** 0 exactly with `intake` */
  s: number;
  /** X-Wing ciphertext */
  ct: Uint8Array;
  /** the person's first ratchet key */
  e0: Uint8Array;
  mailboxId: Uint8Array;
};

const modeByte = (mode: Mode): number => (mode === 'intake' ? 1 : 2);

const beginning = (lastByte: number): Uint8Array =>
  concat(u8(FRAME.version), u8(FRAME.start), u8(SUITE), u8(lastByte));

/** The header of a first frame (n = 0), 1208 bytes. */
export const startHeader = (h: StartHeader): Uint8Array =>
  concat(
    beginning(modeByte(h.mode)),
    h.keyId,
    h.teamId,
    u32(h.epoch),
    u32(h.s),
    h.ct,
    h.e0,
    h.mailboxId,
    u32(0),
  );

/** The header of a later frame, 12 bytes. A session above 0 is always a resumed one. */
export const continuationHeader = (s: number, n: number): Uint8Array =>
  concat(beginning(modeByte(s === 0 ? 'intake' : 'resume') | CONTINUED), u32(s), u32(n));

/** Which of the two forms a frame has, by its first bytes; null if it is no START frame. */
export function startFormOf(frame: Uint8Array): 'first' | 'continuation' | null {
  if (frame[0] !== FRAME.version || frame[1] !== FRAME.start) return null;
  return frame.subarray(3, 4).some((mode) => mode & CONTINUED) ? 'continuation' : 'first';
}

function readMode(byte: number): Mode {
  must(byte === 1 || byte === 2);
  return byte === 1 ? 'intake' : 'resume';
}

/**
 * Reads a first frame's header, refusing every combination that nobody sends.
 * @throws BadFrame
 */
export function readStartHeader(frame: Uint8Array): StartHeader {
  must(frame.length <= MAX_FRAME);
  const r = reader(frame);
  must(r.u8() === FRAME.version && r.u8() === FRAME.start && r.u8() === SUITE);
  const header = {
    mode: readMode(r.u8()),
    keyId: r.take(8),
    teamId: r.take(16),
    epoch: r.u32(),
    s: r.u32(),
    ct: r.take(X_WING.ciphertext),
    e0: r.take(32),
    mailboxId: r.take(16),
  };
  must(r.u32() === 0);
  must(header.s < 0x10000 && (header.s === 0) === (header.mode === 'intake'));
  must(header.mode === 'intake' || header.epoch === 0);
  return header;
}

/**
 * Reads a continuation's header of session `s`.
 * @returns the number of the frame, above 0
 * @throws BadFrame
 */
export function readContinuation(frame: Uint8Array, s: number): number {
  must(frame.length <= MAX_FRAME);
  const r = reader(frame);
  must(r.u8() === FRAME.version && r.u8() === FRAME.start && r.u8() === SUITE);
  must(r.u8() === (modeByte(s === 0 ? 'intake' : 'resume') | CONTINUED));
  must(r.u32() === s);
  const n = r.u32();
  must(n > 0);
  return n;
}

/**
 * What makes two first frames the same session: (mailboxId, e0, H32(ct)), never the mailbox
 * alone, under whose public number anybody can begin one (model m1).
 */
export const startIdentity = (h: StartHeader): string =>
  toHex(concat(h.mailboxId, h.e0, h32(h.ct)));
