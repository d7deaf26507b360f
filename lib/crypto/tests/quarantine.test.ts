import { describe, expect, it } from 'vitest';
import { NO_CHECKPOINT, openCheckpoint, sealCheckpoint } from '../conversation/checkpoint.ts';
import { claimSession, receiveAsCounsellor } from '../conversation/counsellor.ts';
import { receiveAsPerson, startResume } from '../conversation/person.ts';
import { sendAgain, sendMessage } from '../conversation/session.ts';
import { claimed, expected, mailboxId, mara, ok, said, seeded } from './world.ts';

/** The server rolled the desk back to before its last message, and the person answered. */
function rolledBack(name: string) {
  const chat = claimed(name);
  let { session: person } = receiveAsPerson(chat.person, chat.claim.frame, expected);
  const one = ok(sendMessage(chat.desk, said('words that were said'), chat.random));
  person = receiveAsPerson(person, one.frame, expected).session;
  const two = ok(sendMessage(chat.desk, said('other words'), chat.random));
  const answer = ok(sendMessage(person, said('yes'), chat.random));
  return { ...chat, person: answer.session, two, answer };
}

describe('two sides that disagree on what was said', () => {
  it('stop: nothing is shown, sent or accepted any more', () => {
    const { two, answer, random, person } = rolledBack('stop');
    const { session, result } = receiveAsCounsellor(two.session, answer.frame);
    expect(result).toEqual({ type: 'quarantined' });
    expect(sendMessage(session, said('x'), random)).toEqual({ ok: false, code: 'quarantined' });
    expect(sendAgain(session, answer.inner, random)).toEqual({ ok: false, code: 'quarantined' });
    const next = ok(sendMessage(person, said('hello?'), random));
    const still = receiveAsCounsellor(session, next.frame);
    expect(still).toEqual({ session, result: { type: 'quarantined' } });
  });

  it('a session that acknowledges the future stops too', () => {
    const { desk, answer } = rolledBack('future');
    expect(receiveAsCounsellor(desk, answer.frame).result).toEqual({ type: 'quarantined' });
  });

  it('the quarantine survives a checkpoint', () => {
    const { two, answer } = rolledBack('checkpoint');
    const { session } = receiveAsCounsellor(two.session, answer.frame);
    const csk = seeded('csk')(32);
    const { blob } = sealCheckpoint(session, csk, NO_CHECKPOINT, seeded('nonce'));
    const back = openCheckpoint(blob, { csk, mailboxId, n: 1 }, null);
    expect(back?.session.core.quarantined).toBe(true);
  });

  it('a new session is the way out', () => {
    const { two, answer, person, random } = rolledBack('way-out');
    const { session } = receiveAsCounsellor(two.session, answer.frame);
    const back = ok(startResume(person, said('again'), random));
    expect(receiveAsCounsellor(session, back.frame).result).toEqual({ type: 'start', s: 1 });
  });

  it('a chat that is quarantined before anybody took it is not taken', () => {
    const { start, random } = claimed('before');
    const core = { ...start.session.core, quarantined: true };
    const quarantined = { ...start, session: { ...start.session, core } };
    const request = { opened: quarantined, claimer: mara, outgoing: said('x'), before: null };
    expect(claimSession(request, random)).toEqual({ ok: false, code: 'quarantined' });
  });
});
