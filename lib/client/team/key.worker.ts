import type { KeyRequest, KeyResponse } from './key-messages.ts';
import { directKeyWork } from './key-work.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<KeyRequest & { id: number }>) => void) | null;
  postMessage(response: KeyResponse): void;
};

scope.onmessage = async ({ data }) => {
  try {
    const value =
      data.kind === 'keys'
        ? await directKeyWork.keys(data.input, data.why)
        : await directKeyWork.work(data.challenge, data.bits);
    scope.postMessage({ id: data.id, ok: true, value });
  } catch {
    scope.postMessage({ id: data.id, ok: false });
  }
};
