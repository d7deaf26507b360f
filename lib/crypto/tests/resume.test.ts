import { describe, expect, it } from 'vitest';
import { claimSession, receiveAsCounsellor, resumeKeysOf } from '../conversation/counsellor.ts';
import { previewOf } from '../conversation/open-starts.ts';
import { receiveAsPerson, startResume } from '../conversation/person.ts';
import { isDelivered, sendAgain, sendMessage } from '../conversation/session.ts';
import { claimed, expected, intake, mara, ok, opened, said } from './world.ts';

function talking(name: string) {
  const chat = claimed(name);
  const { session: person } = receiveAsPerson(chat.person, chat.claim.frame, expected);
  return { ...chat, person };
}

function resumed(name: string) {
  const chat = talking(name);
  const unsent = ok(sendMessage(chat.person, said('did this arrive?'), chat.random));
  const back = ok(startResume(unsent.session, said('I am back'), chat.random));
  const [start] = opened([back.frame], resumeKeysOf(chat.desk)).starts;
  if (!start) throw new Error('nothing opened');
  const request = { opened: start, claimer: mara, outgoing: said('Welcome.'), before: chat.desk };
  const claim = ok(claimSession(request, chat.random));
  return { ...chat, unsent, back, start, claim };
}

describe('a chat goes on after a return or a repair', () => {
  it('only somebody who had the session before can open it', () => {
    const { back, desk, start } = resumed('who');
    expect(opened([back.frame]).starts).toEqual([]);
    const [psk] = resumeKeysOf(desk).map((key) => ({ ...key, psk: null }));
    expect(psk && opened([back.frame], [psk])).toEqual({ starts: [], unreadable: 1 });
    expect(previewOf(start).returning).toBe(true);
  });

  it('the desk is told, keeps its archive and the old keys until the person has the new ones', () => {
    const { desk, back, claim, unsent, random } = resumed('keys');
    const told = receiveAsCounsellor(desk, back.frame);
    expect(told.result).toEqual({ type: 'start', s: 1 });
    expect(claim.session.previous).toEqual(desk.resume);
    expect(resumeKeysOf(claim.session)).toHaveLength(2);

    const met = receiveAsPerson(back.session, claim.frame, expected);
    expect(met.result.type).toBe('claimed');
    const again = ok(sendAgain(met.session, unsent.inner, random));
    const got = receiveAsCounsellor(claim.session, again.frame);
    expect(got.session.previous).toBeNull();
    expect(got.result).toMatchObject({
      type: 'message',
      message: { seq: unsent.seq, earlier: true, content: { text: 'did this arrive?' } },
    });
    // Its number belongs to the session before, so no mark of this one says it was delivered.
    expect(isDelivered(got.session, unsent.seq)).toBe(false);
  });

  it('what is parked for the person, and the archive, go on where they were', () => {
    const { start, desk, random } = resumed('goes on');
    const before = { ...desk, parkKey: random(1216), archiveCount: 7 };
    const claim = ok(
      claimSession({ opened: start, claimer: mara, outgoing: said(''), before }, random),
    );
    expect(claim.session).toMatchObject({ parkKey: before.parkKey, archiveCount: 7 });
  });

  it('who was never answered, or came back too often, cannot resume', () => {
    const chat = intake('never');
    expect(startResume(chat.person, said('x'), chat.random)).toEqual({
      ok: false,
      code: 'never_claimed',
    });
    const { person, random } = talking('often');
    const last = { ...person, core: { ...person.core, s: 0xffff } };
    expect(startResume(last, said('x'), random)).toEqual({ ok: false, code: 'exhausted' });
  });

  it('a second return before the claim: the newest session is claimed', () => {
    const chat = talking('second');
    const one = ok(startResume(chat.person, said('one'), chat.random));
    const two = ok(startResume(one.session, said('two'), chat.random));
    const { starts } = opened([one.frame, two.frame], resumeKeysOf(chat.desk));
    expect(starts.map(({ session }) => session.core.s)).toEqual([2, 1]);
  });

  it('frames of the session before are ignored, not alarming', () => {
    const { back, desk, person, random, claim } = resumed('stale');
    const old = ok(sendMessage(desk, said('old'), random));
    expect(receiveAsPerson(back.session, old.frame, expected).result).toEqual({ type: 'stale' });
    const met = receiveAsPerson(back.session, claim.frame, expected).session;
    expect(receiveAsPerson(met, old.frame, expected).result).toEqual({ type: 'stale' });
    expect(receiveAsCounsellor(claim.session, back.frame).result).toEqual({ type: 'stale' });
    const late = ok(sendMessage(person, said('late'), random));
    expect(receiveAsCounsellor(claim.session, late.frame).result).toEqual({ type: 'stale' });
  });

  it('a person who never saw the claim can come back with the keys before it', () => {
    const { back, claim, random } = resumed('lost-claim');
    const third = ok(startResume(back.session, said('again'), random));
    const { starts } = opened([third.frame], resumeKeysOf(claim.session));
    expect(starts).toHaveLength(1);
    expect(starts[0]?.session.core.s).toBe(2);
  });
});
