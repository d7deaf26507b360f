import { solveWork } from '#lib/crypto/primitives/proof-of-work.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<{ challenge: Uint8Array; bits: number }>) => void) | null;
  postMessage(nonce: Uint8Array): void;
};

scope.onmessage = ({ data }) => scope.postMessage(solveWork(data.challenge, data.bits));
