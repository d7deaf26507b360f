import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The best first: browsers offer Brotli over https only, so gzip is for a demo without it. */
export const encodings = ['br', 'gzip'] as const;

export type Encoding = (typeof encodings)[number];

/** How the compressed form of a file of the build is called, beside it. */
export const compressedName: Record<Encoding, (file: string) => string> = {
  br: (file) => `${file}.br`,
  gzip: (file) => `${file}.gz`,
};

/**
 * As small as it gets: done once for bytes that are sent many times.
 *
 * [Note: never secrets] Only bytes that are the same for everyone come here. How long a secret is once
 * compressed together with something that an attacker chose gives the secret away, letter by letter
 * (CRIME, BREACH). So no answer to one visitor, and nothing on a socket, is ever compressed.
 */
export function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(bytes, { level: 9 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}
