/** Reads big-endian fields from the front; null once the bytes do not suffice. */
export type ByteReader = {
  /** An unsigned number of 1, 2 or 4 bytes. */
  number(size: 1 | 2 | 4): number;
  /** A copy of the next bytes. */
  take(size: number): Uint8Array<ArrayBuffer>;
  /** The next 16 bytes as 32 lower-case hex digits, as ids are written everywhere here. */
  id(): string;
  skip(size: number): void;
  /** True when exactly everything was read and nothing was missing. */
  complete(): boolean;
};

/**
 * A reader over public bytes. What is missing reads as zeros: callers ask `complete()` at the end and
 * use nothing before.
 */
export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const take = (size: number): Uint8Array<ArrayBuffer> => {
    const part = new Uint8Array(size);
    part.set(bytes.subarray(at, at + size));
    at += size;
    return part;
  };
  return {
    number: (size) => take(size).reduce((sum, byte) => sum * 256 + byte, 0),
    take,
    id: () => hex(take(16)),
    skip: (size) => {
      at += size;
    },
    complete: () => at === bytes.length,
  };
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
