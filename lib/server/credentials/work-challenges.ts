import { randomBytes } from 'node:crypto';
import { verifyWork } from '#lib/crypto/verify-work.ts';
import type { WorkOffer } from '#lib/protocol/account-routes.ts';
import { perServer } from '../per-server.ts';
import { fromBase64url, hmac, sameBytes, toBase64url } from './tokens.ts';

const lifeMilliseconds = 5 * 60_000;

/**
 * Challenges for the proof of work of reading j: each is good for five minutes and serves once. A
 * challenge carries its own end and a MAC, so that asking for many costs us no memory; only solved
 * ones are remembered, and those cost the one who sends them work.
 */
export type WorkChallenges = {
  /** @param bits leading zero bits that it asks for, below 32; they stand in the challenge */
  offer(bits: number): WorkOffer;
  /** Takes a solution; the second time, or after its end, it is none. */
  accept(work: { challenge: string; nonce: string }): boolean;
};

export function createWorkChallenges(now: () => number): WorkChallenges {
  const key = randomBytes(32);
  const used = new Map<string, number>();

  // end in seconds u32 | 27 random bits, 5 of how much is asked | 8 bytes of MAC
  const macOf = (front: Uint8Array) => hmac(key, toBase64url(front)).subarray(0, 8);

  function forgetEnded() {
    for (const [challenge, end] of used) {
      if (end > now()) return;
      used.delete(challenge);
    }
  }

  return {
    offer(bits) {
      const front = Buffer.alloc(8);
      front.writeUInt32BE(Math.ceil((now() + lifeMilliseconds) / 1000));
      randomBytes(4).copy(front, 4);
      front[7] = ((front[7] ?? 0) & 0xe0) | bits;
      const challenge = toBase64url(Buffer.concat([front, macOf(front)]));
      return { challenge, bits };
    },
    accept(work) {
      forgetEnded();
      const challenge = fromBase64url(work.challenge);
      const front = challenge.subarray(0, 8);
      if (!sameBytes(challenge.subarray(8), macOf(front))) return false;
      const end = Buffer.from(front).readUInt32BE() * 1000;
      // By its bytes: the last character of the text has bits that decode to nothing, so one solution could
      // otherwise be written, and serve, sixteen times.
      const once = toBase64url(challenge);
      if (end <= now() || used.has(once)) return false;
      if (!verifyWork(challenge, fromBase64url(work.nonce), (front[7] ?? 0) & 0x1f)) return false;
      used.set(once, end);
      return true;
    },
  };
}

/** The challenges of signing in. After a restart old ones are refused and new ones offered. */
export const workChallengesOf = perServer((deps) => createWorkChallenges(deps.now));
