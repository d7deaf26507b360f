import type { KeyRequest, KeyResponse } from '#lib/client/team/key-messages.ts';
import type { KeyWork } from '#lib/client/team/key-work.ts';
import type { AccountKeys } from '#lib/crypto/account-keys.ts';
import { toHex } from '#lib/crypto/bytes.ts';
import { startTypeScriptWorker } from '#lib/server/typescript-worker.ts';

/** Passwords and proofs of work in two threads, so that seeding keeps the server's pace. */
export type SeedWork = { work: KeyWork; close(): Promise<void> };

/** Starts the threads. Keys of one account are derived once, however often they are asked for. */
export function startSeedWork(): SeedWork {
  const threads = [startThread(), startThread()] as const;
  const known = new Map<string, Promise<AccountKeys>>();
  let last = 0;
  const next = () => threads[last++ % 2 === 0 ? 0 : 1];
  return {
    work: {
      async keys(input) {
        const account = `${input.loginName} ${toHex(input.salt)}`;
        // One derivation and not two that are compared: a demo that came out wrong does not start.
        const keys = known.get(account) ?? next().ask({ kind: 'keys', input, why: 'open' });
        known.set(account, keys as Promise<AccountKeys>);
        const { vaultKey, loginKey } = (await keys) as AccountKeys;
        // The receiver wipes what it is given.
        return { vaultKey: vaultKey.slice(), loginKey: loginKey.slice() };
      },
      work: async (challenge, bits) =>
        (await next().ask({ kind: 'work', challenge, bits })) as Uint8Array,
      end: () => {},
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function startThread() {
  const thread = startTypeScriptWorker(new URL('./seed-work.worker.ts', import.meta.url), {});
  const waiting = new Map<number, (value: AccountKeys | Uint8Array) => void>();
  let last = 0;
  thread.on('message', (response: KeyResponse) => {
    if (response.ok) waiting.get(response.id)?.(response.value);
    waiting.delete(response.id);
  });
  return {
    ask(request: KeyRequest): Promise<AccountKeys | Uint8Array> {
      const id = ++last;
      thread.postMessage({ ...request, id });
      return new Promise((resolve, reject) => {
        waiting.set(id, resolve);
        thread.once('error', reject);
      });
    },
    close: () => thread.terminate(),
  };
}
