import type { WorkOffer } from '#lib/protocol/account-routes.ts';
import type { StartWork } from '#lib/protocol/help-events.ts';
import { fromBase64url, toBase64url } from '../portal/base64url.ts';

/**
 * Solves a challenge beside the page, which stays alive meanwhile. A browser without workers, or a worker
 * that fails, finds nothing.
 * @param signal aborted when the page is left: a worker would outlive it for as long as the work lasts
 * @returns null when nothing was found within `ms`
 */
export function proveInWorker(
  offer: WorkOffer,
  ms: number,
  signal: AbortSignal,
): Promise<StartWork | null> {
  const challenge = fromBase64url(offer.challenge);
  if (challenge === null || signal.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./work.worker.ts', import.meta.url), { type: 'module' });
    const end = (nonce: Uint8Array | null) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(nonce && { challenge: offer.challenge, nonce: toBase64url(nonce) });
    };
    const timer = setTimeout(end, ms, null);
    signal.addEventListener('abort', () => end(null));
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => end(data);
    // Nobody is let in sooner for a failure: it waits as long as the work would have taken.
    worker.onerror = () => undefined;
    worker.postMessage({ challenge, bits: offer.bits });
  });
}
