import type { ConsentBody } from '#lib/crypto/consent/consent.ts';
import { equalBytes, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';

/** Stands where a real consent is bound to its session: nobody talked, and whoever opens the seal sees that. */
export const SYNTHETIC_BINDING: Uint8Array = h32(utf8('havre/v1/synthetic'));

/** A consent of nobody, made for the demo. It never leaves anywhere else. */
export const isSynthetic = ({ binding }: Pick<ConsentBody, 'binding'>): boolean =>
  equalBytes(binding, SYNTHETIC_BINDING);
