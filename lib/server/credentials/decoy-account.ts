import { hex } from '#lib/protocol/byte-reader.ts';
import { hmac, type StoredBytes } from './tokens.ts';

/** What a challenge shows of an account, and what its key is compared with. */
export type AccountFace = { memberId: string; salt: StoredBytes; loginKeyHash: StoredBytes };

/**
 * The account that a login name without one seems to have. It is the same every time, so that nobody
 * learns by asking who works for an organisation (decision 2).
 * @param secret Installation.accountSecret
 */
export function decoyAccount(secret: Uint8Array, loginName: string): AccountFace {
  return {
    memberId: hex(hmac(secret, `member ${loginName}`).subarray(0, 16)),
    salt: hmac(secret, `salt ${loginName}`).slice(0, 16),
    loginKeyHash: hmac(secret, `key ${loginName}`),
  };
}
