import { bytes } from './bytes-fields.ts';
import * as z from './zod.ts';

/** H32 of a consent's reference. */
export const refHash = bytes(32);
/** H32 of the signed body of a consent. */
export const bodyHash = bytes(32);
/** The reference itself: whoever knows it may take the consent back. */
export const consentRef = bytes(16);
/** 1 case, 2 pattern: one scope a card (reading 36). */
export const signalScope = z.union([z.literal(1), z.literal(2)]);
/** SHA-256. */
export const sha256 = bytes(32);
/** A released file, encrypted with age to its unit. */
export const releasedFile = bytes(200, 64 * 1024);
/** A sealed signal in bytes: at most 16 KiB of content and its seal. */
export const sealedSignal = bytes(1200, 20 * 1024);

/** Which signals a supervisor joined, sealed for the supervisors: padded to one of two sizes, joined or not. */
export const joinedSignals = bytes(1200, 18 * 1024);

/** A quarter whose pattern may leave, `2026-Q3`. */
export const quarter = z.string().check(z.regex(/^20\d\d-Q[1-4]$/));
/** Signals of one pattern release: more would not fit one event. */
export const MOST_REFERENCES = 1200;
/** Hashes of references, one after the other. */
export const refHashes = bytes(0, 32 * MOST_REFERENCES);
