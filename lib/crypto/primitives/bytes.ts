import nacl from 'tweetnacl';
import { BadFrame, must } from './bad-frame.ts';

/** Joins byte strings into a new one. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function bigEndian(n: number, size: 1 | 2 | 4): Uint8Array {
  if (!Number.isInteger(n) || n < 0 || n >= 2 ** (8 * size)) throw new RangeError('number too big');
  const out = new Uint8Array(size);
  for (let i = 0; i < size; i++) out[i] = Math.floor(n / 2 ** (8 * (size - 1 - i))) & 0xff;
  return out;
}

/** One byte. Throws RangeError (a bug of the caller) outside 0 to 255. */
export const u8 = (n: number): Uint8Array => bigEndian(n, 1);
/** Two bytes, big-endian. Throws RangeError outside 0 to 65535. */
export const u16 = (n: number): Uint8Array => bigEndian(n, 2);
/** Four bytes, big-endian. Throws RangeError outside 0 to 2^32 - 1. */
export const u32 = (n: number): Uint8Array => bigEndian(n, 4);
/** `u16(length) || x` (protocol 2.2). Throws RangeError above 65535 bytes. */
export const lp = (x: Uint8Array): Uint8Array => concat(u16(x.length), x);

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text as UTF-8. */
export const utf8 = (s: string): Uint8Array => encoder.encode(s);

/**
 * UTF-8 as text, strictly: an invalid sequence is refused, not replaced.
 * @throws BadFrame
 */
export function fromUtf8(b: Uint8Array): string {
  try {
    return decoder.decode(b);
  } catch {
    throw new BadFrame();
  }
}

/** Lower-case hexadecimal. */
export const toHex = (b: Uint8Array): string =>
  Array.from(b, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Bytes from lower-case hexadecimal of even length.
 * @throws BadFrame
 */
export function fromHex(s: string): Uint8Array {
  must(/^(?:[0-9a-f]{2})*$/.test(s));
  return Uint8Array.from(s.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Equality in constant time (tweetnacl.verify). Different lengths are simply unequal. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // nacl.verify calls two empty strings unequal.
  return a.length === 0 || nacl.verify(a, b);
}

/** Overwrites with zeros. A garbage collector may have copied them before: best effort. */
export function wipe(...b: readonly Uint8Array[]): void {
  for (const part of b) part.fill(0);
}

/** Reads a canonical layout from the front; whatever overruns or remains is refused. */
export type Reader = {
  u8(): number;
  u16(): number;
  u32(): number;
  /** A copy of the next n bytes. */
  take(n: number): Uint8Array;
  /** A copy of the `u16 length || bytes` that comes next. */
  lp(): Uint8Array;
  /** A copy of everything that is left. */
  rest(): Uint8Array;
  /** Refuses trailing bytes. */
  end(): void;
};

/**
 * A reader over `bytes`, which it does not change.
 * Every method throws BadFrame when the bytes do not suffice (or, for `end`, are too many).
 */
export function reader(bytes: Uint8Array): Reader {
  let at = 0;
  const take = (n: number): Uint8Array => {
    must(n <= bytes.length - at);
    // Copied by hand: `slice` of a Node Buffer would be a view of the same memory.
    const part = new Uint8Array(bytes.subarray(at, at + n));
    at += n;
    return part;
  };
  const number = (size: number): number => take(size).reduce((sum, byte) => sum * 256 + byte, 0);
  return {
    u8: () => number(1),
    u16: () => number(2),
    u32: () => number(4),
    take,
    lp: () => take(number(2)),
    rest: () => take(bytes.length - at),
    end: () => must(at === bytes.length),
  };
}
