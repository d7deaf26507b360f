import type { AccountKeys } from '#lib/crypto/account/account-keys.ts';
import { fromHex, wipe } from '#lib/crypto/primitives/bytes.ts';
import type { SessionView } from '#lib/protocol/account-routes.ts';
import type { Code } from '#lib/protocol/codes.ts';
import { loginNamePattern } from '#lib/protocol/login-name.ts';
import { fromBase64url, toBase64url } from '../portal/base64url.ts';
import type { Http } from '../portal/http.ts';
import { plainLoginName, plainPassword } from './account.ts';
import type { KeyWork } from './key-work.ts';

/**
 * `argon2`: no Argon2id of this browser can be trusted (it gave wrong answers). `seconds`: with
 * `slow_down`, how long to wait.
 */
export type SignInRefusal = { ok: false; code: Code | 'argon2'; seconds?: number };

export type SignedIn = { ok: true; view: SessionView; vaultKey: Uint8Array } | SignInRefusal;

/** One sign-in, from the first try to the last: the slow keys are derived once for all of them. */
export type SignInAttempt = {
  /**
   * Proves the password, and the six digits where the answer was `second_factor`. Whoever gets `ok`
   * owns `vaultKey` and wipes it.
   */
  try(code: string | null): Promise<SignedIn>;
  /** Forgets the password and its keys. */
  end(): void;
};

type Derived = { keys: AccountKeys; work: { challenge: string; bits: number } };

/** Begins a sign-in. Nothing is sent before `try`. */
export function beginSignIn(
  { http, work }: { http: Http; work: KeyWork },
  name: string,
  typed: string,
): SignInAttempt {
  const loginName = plainLoginName(name);
  const password = plainPassword(typed);
  let derived: Derived | null = null;

  async function prepare(): Promise<Derived | SignInRefusal> {
    const offer = await http.post('POST /api/sign-in/challenge', { loginName });
    if (!offer.ok) return offer;
    if (derived) return { ...derived, work: offer };
    const salt = bytesOf(offer.salt);
    const accountId = fromHex(offer.memberId);
    try {
      const keys = await work.keys({ password, loginName, salt, accountId }, 'open');
      return { keys, work: offer };
    } catch {
      return { ok: false, code: 'argon2' };
    }
  }

  return {
    async try(code) {
      // Nobody has such a name: the same answer as for any other name that is not right.
      if (!loginNamePattern.test(loginName)) return { ok: false, code: 'wrong_credentials' };
      const ready = await prepare();
      if ('ok' in ready) return ready;
      derived = ready;
      const { challenge, bits } = ready.work;
      const nonce = toBase64url(await work.work(bytesOf(challenge), bits));
      const answer = await http.post('POST /api/sign-in', {
        loginName,
        loginKey: toBase64url(ready.keys.loginKey),
        ...(code === null ? {} : { code }),
        work: { challenge, nonce },
      });
      if (!answer.ok) return answer;
      return { ok: true, view: answer, vaultKey: ready.keys.vaultKey.slice() };
    },
    end() {
      if (derived) wipe(derived.keys.loginKey, derived.keys.vaultKey);
      derived = null;
    },
  };
}

/** The vault key of a session that lives on, after a reload or a lock. */
export async function unlockKey(
  work: KeyWork,
  view: SessionView,
  typed: string,
): Promise<{ ok: true; vaultKey: Uint8Array } | SignInRefusal> {
  const password = plainPassword(typed);
  try {
    const accountId = fromHex(view.memberId);
    const input = { password, loginName: view.loginName, salt: bytesOf(view.salt), accountId };
    const { loginKey, vaultKey } = await work.keys(input, 'open');
    wipe(loginKey);
    return { ok: true, vaultKey };
  } catch {
    return { ok: false, code: 'argon2' };
  }
}

const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array(0);
