import type { Refused } from '#lib/protocol/codes.ts';
import { withPlainBytes } from './plain-bytes.ts';

/** What stands for a server that did not answer, or answered nothing that anybody can read. */
export const unavailable: Refused = { ok: false, code: 'unavailable' };

/** What a server answered. Everything but an object that says yes or no is no answer. */
export function answerOf(value: unknown): { ok: boolean; code?: string } {
  const plain = withPlainBytes(value);
  const isAnswer = typeof plain === 'object' && plain !== null && 'ok' in plain;
  return isAnswer && typeof plain.ok === 'boolean' ? { ...plain, ok: plain.ok } : unavailable;
}
