import { BadFrame, must } from './bad-frame.ts';
import { equalBytes } from './bytes.ts';

/** The sizes that a padded message may have; nothing else ever travels (protocol 2.2). */
export const BUCKETS = [512, 1024, 2048, 4096, 8192, 16384] as const;

/**
 * ISO 7816-4 padding (`80 00 ..`) to exactly `size` bytes.
 * @throws BadFrame if the message is longer than `size - 1`
 */
export function padTo(message: Uint8Array, size: number): Uint8Array {
  must(message.length < size);
  const out = new Uint8Array(size);
  out.set(message);
  out[message.length] = 0x80;
  return out;
}

/**
 * The message inside a padded one of exactly `size` bytes.
 * @throws BadFrame
 */
export function unpadFrom(padded: Uint8Array, size: number): Uint8Array {
  must(padded.length === size);
  let end = padded.length - 1;
  while (end > 0 && padded[end] === 0) end--;
  must(padded[end] === 0x80);
  return padded.slice(0, end);
}

/**
 * Pads to the smallest bucket that fits.
 * @throws BadFrame for more than 16383 bytes
 */
export function pad(message: Uint8Array): Uint8Array {
  const size = BUCKETS.find((bucket) => message.length < bucket);
  if (size === undefined) throw new BadFrame();
  return padTo(message, size);
}

/**
 * Undoes `pad`. A larger bucket than needed is refused: one message has one encoding.
 * @throws BadFrame
 */
export function unpad(padded: Uint8Array): Uint8Array {
  const message = unpadFrom(padded, padded.length);
  must(equalBytes(pad(message), padded));
  return message;
}
