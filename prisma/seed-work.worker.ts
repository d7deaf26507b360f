import { parentPort } from 'node:worker_threads';
import type { KeyRequest, KeyResponse } from '#lib/client/team/key-messages.ts';
import { directKeyWork } from '#lib/client/team/key-work.ts';

parentPort?.on('message', async (request: KeyRequest & { id: number }) => {
  const value =
    request.kind === 'keys'
      ? await directKeyWork.keys(request.input, request.why)
      : await directKeyWork.work(request.challenge, request.bits);
  const response: KeyResponse = { id: request.id, ok: true, value };
  parentPort?.postMessage(response);
});
