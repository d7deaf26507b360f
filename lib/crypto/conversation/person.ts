import { FRAME } from '../messages/kinds.ts';
import type { DeviceCert } from '../organisation/certificate-device.ts';
import type { Expected } from '../organisation/team-bundle.ts';
import type { Random } from '../primitives/random.ts';
import { acceptClaim } from './claim-accept.ts';
import { ratchetOpen } from './ratchet.ts';
import { type Result, receiving, sessionOfFrame, takeInner } from './receive.ts';
import {
  type AnySession,
  innerOf,
  type Outgoing,
  refusalOf,
  type SendRefusal,
  type Sent,
} from './session.ts';
import { firstSeq, isClaimed } from './session-state.ts';
import { beginStart, NO_PSK, type StartTarget, startSeal } from './start.ts';
import { recordOwn } from './transcript.ts';

/** The session of the person who seeks help. */
export type PersonSession = AnySession & {
  /** 16 bytes each */
  readonly orgId: Uint8Array;
  readonly teamId: Uint8Array;
  /** who answered, checked up to the roots; null while waiting */
  readonly counsellor: DeviceCert | null;
  /** what a RESUME needs: RSM (1216 bytes) and RS (32); null before the first CLAIM */
  readonly resume: { publicKey: Uint8Array; secret: Uint8Array } | null;
};

/** The team that a person writes to, from an opened TeamBundle. */
export type IntakeTarget = {
  orgId: Uint8Array;
  teamId: Uint8Array;
  epoch: number;
  /** TE, X-Wing, 1216 bytes */
  teamPublicKey: Uint8Array;
  /** 16 random bytes, made by the caller for this chat alone */
  mailboxId: Uint8Array;
};

type Rest = Pick<PersonSession, 'counsellor' | 'resume'>;

function begin(
  target: StartTarget,
  rest: Rest,
  outgoing: Outgoing,
  random: Random,
): Sent<PersonSession> {
  const { state: core, header } = beginStart(target, random);
  const code = refusalOf(core, outgoing.content);
  if (code) return { ok: false, code };
  const inner = innerOf(core, outgoing);
  const { state, frame } = startSeal(core, header, inner, random);
  const session: PersonSession = {
    core: recordOwn(state, inner),
    mailboxId: target.mailboxId,
    orgId: target.orgId,
    teamId: target.teamId,
    acknowledged: firstSeq(target.s),
    read: firstSeq(target.s),
    ...rest,
  };
  return { ok: true, session, frame, seq: core.nextSeq, inner };
}

/**
 * Begins a chat with a team (START, mode INTAKE).
 * @param outgoing the first message: PREFS, sent at "Start chat" before any text (reading f)
 * @param random draws 64, 32, 24 bytes
 * @throws BadFrame for a bad team key
 */
export function startIntake(
  target: IntakeTarget,
  outgoing: Outgoing,
  random: Random,
): Sent<PersonSession> {
  const { teamPublicKey: kemPublicKey, ...ids } = target;
  const start: StartTarget = { ...ids, mode: 'intake', s: 0, kemPublicKey, psk: NO_PSK };
  return begin(start, { counsellor: null, resume: null }, outgoing, random);
}

/**
 * Begins the next session of a chat that was claimed before (START, mode RESUME): after a return,
 * a quarantine, or frames that could not be read. The old keys stay for one more RESUME until
 * the CLAIM of this one is accepted.
 */
export function startResume(
  session: PersonSession,
  outgoing: Outgoing,
  random: Random,
): Sent<PersonSession> | { ok: false; code: SendRefusal | 'never_claimed' } {
  const { resume, orgId, teamId, mailboxId, counsellor, core } = session;
  if (!resume) return { ok: false, code: 'never_claimed' };
  if (core.s === 0xffff) return { ok: false, code: 'exhausted' };
  const keys = { kemPublicKey: resume.publicKey, psk: resume.secret };
  const start: StartTarget = {
    ...keys,
    mode: 'resume',
    s: core.s + 1,
    epoch: 0,
    orgId,
    teamId,
    mailboxId,
  };
  return begin(start, { counsellor, resume }, outgoing, random);
}

/** What became of a frame on the person's side. */
export type PersonResult =
  | Result
  /** somebody took the chat; `message` is their first, or what else its inner became */
  | { type: 'claimed'; counsellor: DeviceCert; first: Result };

type Step = { session: PersonSession; result: PersonResult };

function receiveClaim(session: PersonSession, frame: Uint8Array, expected: Expected): Step {
  const accepted = acceptClaim(session.core, frame, expected);
  const { device, rsmPublicKey, resumeSecret } = accepted;
  const claimed: PersonSession = {
    ...session,
    counsellor: device,
    resume: { publicKey: rsmPublicKey, secret: resumeSecret },
  };
  const taken = takeInner(claimed, accepted.state, accepted.innerBytes);
  const result = { type: 'claimed', counsellor: device, first: taken.result } as const;
  return { session: taken.session, result };
}

function receiveMessage(session: PersonSession, frame: Uint8Array): Step {
  const { state, innerBytes } = ratchetOpen(session.core, frame);
  return takeInner(session, state, innerBytes);
}

/**
 * Opens one frame of the counsellor's side: the CLAIM while waiting, ratchet frames after it.
 * A frame that is refused leaves the session as it was.
 * @param expected whom this client pinned, and the hour: certificates are checked against it
 */
export function receiveAsPerson(
  session: PersonSession,
  frame: Uint8Array,
  expected: Expected,
): Step {
  return receiving<PersonSession, PersonResult>(session, () => {
    const known = frame[1] === FRAME.claim || frame[1] === FRAME.ratchet;
    if (known && sessionOfFrame(frame) < session.core.s) {
      return { session, result: { type: 'stale' } };
    }
    return isClaimed(session.core)
      ? receiveMessage(session, frame)
      : receiveClaim(session, frame, expected);
  });
}
