import { must } from '../primitives/bad-frame.ts';

/** Bits that one word of a list of 2,048 carries. */
export const WORD_BITS = 11;
const WORDS_IN_LIST = 2 ** WORD_BITS;

/** Bytes as one big-endian number. */
export const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);

/** A number as `length` bytes, big-endian; what does not fit is cut off at the top. */
export const bytesOf = (number: bigint, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => Number((number >> BigInt(8 * (length - 1 - i))) & 255n));

/** A number as `count` places in a word list, the top bits first. */
export const placesOf = (number: bigint, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) =>
    Number((number >> BigInt(WORD_BITS * (count - 1 - i))) & BigInt(WORDS_IN_LIST - 1)),
  );

/**
 * The number that places in a word list stand for.
 * @throws BadFrame for another count, or a place outside 0 to 2047
 */
export function numberOfPlaces(places: readonly number[], count: number): bigint {
  must(places.length === count);
  must(places.every((place) => Number.isInteger(place) && place >= 0 && place < WORDS_IN_LIST));
  return places.reduce((sum, place) => (sum << BigInt(WORD_BITS)) | BigInt(place), 0n);
}
