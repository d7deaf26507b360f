/**
 * Every refusal has one of these codes; the screens turn them into a sentence that says what to do.
 * A code never tells more than the one who asked may know.
 */
export const codes = [
  'malformed', // does not fit the schema
  'unknown_event', // no such event or address
  'not_allowed', // policy says no; also when the thing does not exist for the one who asks
  'not_attached', // the socket has not shown the token of a mailbox yet
  'too_many', // this connection sends faster than a person could
  'full', // the queue of this organisation is full
  'not_open', // closed by its hours, or the last new chat before closing has begun
  'nobody_on_duty', // no counsellor and supervisor are there: nobody new is let in
  'closed', // the conversation is over
  'already_taken', // a colleague was first
  'same_person', // it takes two, and the one who asks was the first already
  'stale', // compare-and-swap lost: read again, then retry
  'wrong_credentials', // name, password, code or link; never says which
  'second_factor', // the password was right, now the six digits
  'work_needed', // solve the proof of work that comes with the answer
  'slow_down', // too many attempts on this account for now
  'name_taken', // this login name is in use
  'signed_out', // no session, or it ended
  'unavailable', // the server is stopping or the database does not answer
] as const;

export type Code = (typeof codes)[number];

/** What every request is answered with. */
export type Refused = { ok: false; code: Code };
export type Answer<T extends object = object> = ({ ok: true } & T) | Refused;
