import type { IncomingMessage } from 'node:http';

export type BodyResult = { ok: true; bytes: Buffer } | { ok: false; code: 'too_large' | 'aborted' };

/**
 * Reads a body of at most `maxBytes`. A longer one is left unread from there on, whatever its
 * Content-Length said; the caller closes the connection.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyResult> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    return { ok: false, code: 'too_large' };
  }
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) {
        request.pause();
        request.removeAllListeners('data');
        resolve({ ok: false, code: 'too_large' });
        return;
      }
      chunks.push(chunk);
    });
    request.once('end', () => resolve({ ok: true, bytes: Buffer.concat(chunks) }));
    request.once('error', () => resolve({ ok: false, code: 'aborted' }));
    request.once('close', () => resolve({ ok: false, code: 'aborted' }));
  });
}
