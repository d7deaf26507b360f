import { WORK_NONCE, workDone, workInput } from '../verify-work.ts';

const REPORT_EVERY = 4096;

/**
 * Looks for a nonce that solves a challenge (reading j), counting up from zero: about 2^bits
 * hashes. It blocks; call it in a worker, and end the worker to give up.
 * @param challenge 16 bytes from the server
 * @param onProgress hashes tried so far, every 4,096
 * @returns the nonce, 8 bytes
 */
export function solveWork(
  challenge: Uint8Array,
  bits: number,
  onProgress?: (tried: number) => void,
): Uint8Array {
  const input = workInput(challenge, new Uint8Array(WORK_NONCE));
  const nonce = new DataView(input.buffer, input.length - WORK_NONCE);
  for (let tried = 0; ; tried++) {
    // Numbers stay exact far beyond anything that 17 bits need.
    nonce.setUint32(0, Math.floor(tried / 2 ** 32));
    nonce.setUint32(4, tried >>> 0);
    if (workDone(input) >= bits) return input.slice(-WORK_NONCE);
    if (tried % REPORT_EVERY === REPORT_EVERY - 1) onProgress?.(tried + 1);
  }
}
