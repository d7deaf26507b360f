import type { AccountKeys } from '#lib/crypto/account/account-keys.ts';
import type { KeyRequest, KeyResponse } from './key-messages.ts';
import type { KeyWork } from './key-work.ts';

// Apart from key-work.ts, which the worker itself imports: a worker whose own modules name it again
// makes the bundler wait for itself, without an error and without an end.

/** In a Web Worker, so that the screen stays alive for the second that it takes. */
export function workerKeyWork(): KeyWork {
  const worker = new Worker(new URL('./key.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (response: KeyResponse) => void>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<KeyResponse>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  worker.onerror = () => {
    for (const [id, done] of waiting) done({ id, ok: false });
    waiting.clear();
  };
  const ask = (request: KeyRequest) =>
    new Promise<Extract<KeyResponse, { ok: true }>>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, (response) =>
        response.ok ? resolve(response) : reject(new Error('key worker failed')),
      );
      worker.postMessage({ ...request, id });
    });
  return {
    keys: async (input, why) => (await ask({ kind: 'keys', input, why })).value as AccountKeys,
    work: async (challenge, bits) =>
      (await ask({ kind: 'work', challenge, bits })).value as Uint8Array,
    end: () => worker.terminate(),
  };
}
