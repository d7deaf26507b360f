import nacl from 'tweetnacl';

/**
 * Where every random byte comes from: an argument of each function that draws, so that the
 * conformance vectors are reproducible and no function can fall back on a weak source.
 */
export type Random = (length: number) => Uint8Array;

/** The operating system's generator (getRandomValues). Throws where there is none. */
export const systemRandom: Random = (length) => nacl.randomBytes(length);
