import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { unpad } from '../primitives/padding.ts';
import { sbxOpen } from '../primitives/sbx.ts';
import { decapsulate, type XWingKeys } from '../primitives/x-wing.ts';
import { isLowOrder } from '../primitives/x25519.ts';
import { chainStep } from './chain.ts';
import type { SessionState } from './session-state.ts';
import { startKeys } from './start.ts';
import {
  CONTINUATION_HEADER,
  readContinuation,
  readStartHeader,
  START_HEADER,
} from './start-header.ts';

const MAX_SKIP = 256;

/** What the counsellor's side holds, to which a first frame must fit. */
export type StartExpectation = {
  orgId: Uint8Array;
  teamId: Uint8Array;
  mailboxId: Uint8Array;
  /** the number of the team epoch; 0 for a RESUME */
  epoch: number;
  /** TE of that epoch, or RSM of the session before */
  keys: XWingKeys;
  /** RS of the session before, or NO_PSK */
  psk: Uint8Array;
};

/** One opened frame: the state after it and the inner bytes, not yet looked into. */
export type Opened = { state: SessionState; innerBytes: Uint8Array };

function open(
  before: SessionState,
  chain: Uint8Array,
  frame: Uint8Array,
  headerLength: number,
): Opened {
  const { messageKey, next } = chainStep(chain);
  const ad = concat(before.ad, frame.subarray(0, headerLength));
  const innerBytes = unpad(sbxOpen(messageKey, ad, frame.slice(headerLength)));
  return { state: { ...before, startChain: next }, innerBytes };
}

/**
 * Opens the first frame of a session. Everything public in it is compared with what is expected
 * before the private key is used.
 * @throws BadFrame for every failure alike
 */
export function openStart(frame: Uint8Array, expected: StartExpectation): Opened {
  const header = readStartHeader(frame);
  const kemKeyHash = h32(expected.keys.publicKey);
  must(equalBytes(header.keyId, kemKeyHash.slice(0, 8)));
  must(equalBytes(header.teamId, expected.teamId) && header.epoch === expected.epoch);
  must(equalBytes(header.mailboxId, expected.mailboxId));
  must(!isLowOrder(header.e0));
  const secret = decapsulate(expected.keys.secretKey, header.ct);
  const known = { orgId: expected.orgId, kemKeyHash, psk: expected.psk, secret };
  const keys = startKeys('counsellor', header, known);
  const state = { ...keys, own: null, peer: header.e0, startCount: 1 };
  return open(state, keys.startChain, frame, START_HEADER);
}

/**
 * Opens a later START frame, before the CLAIM or crossing it. Missing ones are skipped and their
 * keys are not kept: a late one is refused, and its seq stays a visible gap.
 * @throws BadFrame for every failure alike, a repetition included
 */
export function openContinuation(before: SessionState, frame: Uint8Array): Opened {
  const n = readContinuation(frame, before.s);
  must(before.startChain !== null);
  must(n >= before.startCount && n - before.startCount <= MAX_SKIP);
  let chain = before.startChain;
  for (let i = before.startCount; i < n; i++) chain = chainStep(chain).next;
  return open({ ...before, startCount: n + 1 }, chain, frame, CONTINUATION_HEADER);
}
