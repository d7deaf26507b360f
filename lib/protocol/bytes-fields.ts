import * as z from './zod.ts';

/**
 * Bytes in a socket event, `min` to `max` of them. A browser receives an ArrayBuffer, Node a Buffer;
 * what comes out is always a plain Uint8Array.
 */
export function bytes(min: number, max = min) {
  return z.pipe(
    z.union([z.instanceof(Uint8Array<ArrayBufferLike>), z.instanceof(ArrayBuffer)]),
    z.pipe(
      z.transform(
        (value: Uint8Array<ArrayBufferLike> | ArrayBuffer): Uint8Array<ArrayBuffer> =>
          new Uint8Array(value instanceof ArrayBuffer ? value.slice(0) : value),
      ),
      z
        .instanceof(Uint8Array<ArrayBuffer>)
        .check(z.refine((value) => value.length >= min && value.length <= max)),
    ),
  );
}

/** Bytes in a JSON body, as unpadded base64url; `min` and `max` count bytes, not characters. */
export function base64url(min: number, max = min) {
  const characters = (count: number) => Math.ceil((count * 4) / 3);
  return z
    .string()
    .check(z.regex(/^[A-Za-z0-9_-]*$/), z.minLength(characters(min)), z.maxLength(characters(max)));
}
