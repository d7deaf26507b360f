import type { Code } from '#lib/protocol/codes.ts';
import type { FiveWords } from './five-words.ts';
import type { SessionFacts } from './session-facts.ts';
import type { TeamSession } from './team-session.ts';

/** What this page knows about who uses it. */
export type StaffState =
  /** The server is being asked whether there is a session. */
  | { kind: 'starting' }
  /** `ended`: there was a session until just now. `unavailable`: the server did not answer. */
  | { kind: 'signed_out'; why: 'none' | 'ended' | 'unavailable' }
  /** A session, and no keys: after a reload, a lock, or when nobody was here. */
  | { kind: 'locked'; facts: SessionFacts }
  /** Signed in, and a supervisor has not compared the five words yet. */
  | { kind: 'pending'; facts: SessionFacts; words: FiveWords }
  | { kind: 'open'; session: TeamSession };

/**
 * `vault`: the password does not open the keys. `refused`: the server shows a directory that does not
 * fit what this member knows; nothing was opened. `argon2`: this browser computes wrongly. `seconds`:
 * with `slow_down`, how long to wait.
 */
export type StaffRefusal = {
  ok: false;
  code: Code | 'vault' | 'refused' | 'argon2';
  seconds?: number;
};
export type StaffAnswer = { ok: true; facts: SessionFacts } | StaffRefusal;

/** The one member of this page; the same for sign-in, desk and office. */
export type Staff = {
  state(): StaffState;
  /** @returns what stops it */
  subscribe(listener: () => void): () => void;
  /** Asks the server whether this browser has a session. Call it once when the page has loaded. */
  start(): Promise<void>;
  /**
   * @param code six digits, after an answer `second_factor`; name and password are the same then and
   *   cost no second derivation
   */
  signIn(name: string, password: string, code: string | null): Promise<StaffAnswer>;
  /** Opens the keys again with the password. */
  unlock(password: string): Promise<StaffAnswer>;
  /** While pending: has a supervisor approved? */
  look(): Promise<void>;
  /** Wipes the keys; the session lives on. */
  lock(): Promise<void>;
  /** Wipes the keys and ends the session. */
  signOut(): Promise<void>;
};
