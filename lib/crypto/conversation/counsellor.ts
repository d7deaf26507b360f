import { FRAME } from '../messages/kinds.ts';
import type { Random } from '../primitives/random.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { buildClaim, type Claimer } from './claim.ts';
import type { OpenedStart, StartKey } from './open-starts.ts';
import { ratchetOpen } from './ratchet.ts';
import {
  type Received,
  type Result,
  receiving,
  refusing,
  sessionOfFrame,
  takeInner,
} from './receive.ts';
import { type AnySession, innerOf, type Outgoing, refusalOf, type Sent } from './session.ts';
import { readStartHeader, startFormOf } from './start-header.ts';
import { openContinuation } from './start-open.ts';
import { recordOwn } from './transcript.ts';

/** What opens a RESUME: seed of RSM and RS, 32 bytes each. */
export type ResumeKeys = { rsmSeed: Uint8Array; secret: Uint8Array };

/** The counsellor's session, from the CLAIM on; all of it goes into the checkpoint. */
export type CounsellorSession = AnySession & {
  readonly resume: ResumeKeys;
  /** of the session before, until the person has proved that they stored the new ones */
  readonly previous: ResumeKeys | null;
  /** VK, for messages to a person who is away (1216 bytes); null if they made no code */
  readonly parkKey: Uint8Array | null;
  /** number of archive records written */
  readonly archiveCount: number;
};

/** A chat to take, and how. */
export type ClaimRequest = {
  opened: OpenedStart;
  claimer: Claimer;
  /** the first message; `{ type: 'noop' }` to say nothing yet */
  outgoing: Outgoing;
  /** with a RESUME: the session before, whose archive goes on */
  before: CounsellorSession | null;
};

const parkKeyIn = (messages: readonly Received[]): Uint8Array | null =>
  messages.reduce<Uint8Array | null>(
    (key, { content }) => (content.type === 'park-key' ? content.publicKey : key),
    null,
  );

function previousOf({ key }: OpenedStart): ResumeKeys | null {
  return key.psk && { rsmSeed: key.keys.secretKey, secret: key.psk };
}

/**
 * Takes a chat: makes the CLAIM frame. The frame and the first checkpoint go to the server in
 * one transaction; if another desk was faster, the returned session is dropped.
 * @param random draws 32, 32, 24, 24 bytes
 */
export function claimSession(request: ClaimRequest, random: Random): Sent<CounsellorSession> {
  const { opened, claimer, outgoing, before } = request;
  const { core, ...rest } = opened.session;
  const code = refusalOf(core, outgoing.content);
  if (code) return { ok: false, code };
  const inner = innerOf(core, outgoing);
  const claimed = buildClaim(core, claimer, inner, random);
  const session: CounsellorSession = {
    ...rest,
    core: recordOwn(claimed.state, inner),
    resume: { rsmSeed: claimed.rsmSeed, secret: claimed.resumeSecret },
    previous: previousOf(opened),
    parkKey: parkKeyIn(opened.messages) ?? before?.parkKey ?? null,
    archiveCount: before?.archiveCount ?? 0,
  };
  return { ok: true, session, frame: claimed.frame, seq: core.nextSeq, inner };
}

/** The keys with which `openStarts` opens a RESUME of this conversation. */
export const resumeKeysOf = (session: CounsellorSession): StartKey[] =>
  [session.resume, session.previous].flatMap((keys) =>
    keys ? [{ epoch: 0, keys: xWingKeys(keys.rsmSeed), psk: keys.secret }] : [],
  );

/** What became of a frame on the counsellor's side. */
export type CounsellorResult =
  | Result
  /** the person begins session `s`: fetch all START frames, `openStarts`, claim again */
  | { type: 'start'; s: number };

type Step = { session: CounsellorSession; result: CounsellorResult };

function receiveFirst(session: CounsellorSession, frame: Uint8Array): Step {
  const { s } = readStartHeader(frame);
  const result = s > session.core.s ? ({ type: 'start', s } as const) : { type: 'stale' as const };
  return { session, result };
}

function receiveRatchet(session: CounsellorSession, frame: Uint8Array): Step {
  const known = frame[1] === FRAME.ratchet;
  if (known && sessionOfFrame(frame) < session.core.s)
    return { session, result: { type: 'stale' } };
  const { state, innerBytes } = ratchetOpen(session.core, frame);
  // It proves that the person accepted the CLAIM, and stored its keys before (reading 4).
  return takeInner({ ...session, previous: null }, state, innerBytes);
}

function withParkKey({ session, result }: Step): Step {
  const key = result.type === 'message' ? parkKeyIn([result.message]) : null;
  return { session: { ...session, parkKey: key ?? session.parkKey }, result };
}

/**
 * Opens one frame of the person: ratchet frames, and START frames that crossed the CLAIM.
 * A frame that is refused leaves the session as it was.
 */
export function receiveAsCounsellor(session: CounsellorSession, frame: Uint8Array): Step {
  const form = startFormOf(frame);
  // A new START is looked at even in quarantine: it is the way out.
  if (form === 'first')
    return refusing<CounsellorSession, CounsellorResult>(session, () =>
      receiveFirst(session, frame),
    );
  return receiving<CounsellorSession, CounsellorResult>(session, () => {
    if (form === null) return withParkKey(receiveRatchet(session, frame));
    const { state, innerBytes } = openContinuation(session.core, frame);
    return withParkKey(takeInner(session, state, innerBytes));
  });
}
