import { describe, expect, it } from 'vitest';
import { receiveAsCounsellor } from '../conversation/counsellor.ts';
import { previewOf } from '../conversation/open-starts.ts';
import { receiveAsPerson } from '../conversation/person.ts';
import { hasGap, isDelivered, isRead, sendAgain, sendMessage } from '../conversation/session.ts';
import { wantsAck } from '../messages/content.ts';
import { claimed, expected, intake, ok, opened, prefs, said } from './world.ts';

/** A chat in which both sides know each other. */
function talking(name: string) {
  const chat = claimed(name);
  const { session: person, result } = receiveAsPerson(chat.person, chat.claim.frame, expected);
  return { ...chat, person, result };
}

describe('a chat from the first tap to the last word', () => {
  it('the queue shows preferences and waiting time, and no text', () => {
    const chat = intake('queue');
    const text = ok(sendMessage(chat.person, said('I am afraid', 29_820_003), chat.random));
    const { starts, unreadable } = opened([...chat.frames, text.frame]);
    expect(unreadable).toBe(0);
    const [start] = starts;
    if (!start) throw new Error('nothing opened');
    expect(previewOf(start)).toEqual({
      prefs: prefs.prefs,
      returning: false,
      minute: 29_820_000,
    });
    expect(start.messages.map(({ content }) => content.type)).toEqual(['prefs', 'text']);
  });

  it('the newest preferences count', () => {
    const chat = intake('prefs');
    const safe = { ...prefs, prefs: { ...prefs.prefs, danger: false } };
    const sent = ok(sendMessage(chat.person, { content: safe, minute: 0 }, chat.random));
    const [start] = opened([...chat.frames, sent.frame]).starts;
    expect(start && previewOf(start).prefs?.danger).toBe(false);
  });

  it('the person sees who took the chat, together with the first words', () => {
    const { person, result } = talking('claim');
    if (result.type !== 'claimed') throw new Error(result.type);
    expect(result.counsellor.displayName).toBe('Mara');
    expect(result.first).toMatchObject({
      type: 'message',
      message: { content: { type: 'text', text: 'Hello.' }, gap: false, earlier: false },
    });
    expect(person.counsellor?.displayName).toBe('Mara');
  });

  it('messages arrive on both sides, acknowledged and read', () => {
    let { person, desk, random } = talking('both');
    const first = ok(sendMessage(person, said('Bonjour', 29_820_010), random));
    person = first.session;
    expect(isDelivered(person, first.seq)).toBe(false);

    const got = receiveAsCounsellor(desk, first.frame);
    desk = got.session;
    expect(got.result).toMatchObject({
      type: 'message',
      message: { seq: first.seq, minute: 29_820_010, content: { text: 'Bonjour' } },
    });

    const read = first.seq + 1;
    const ack = ok(sendMessage(desk, { content: { type: 'ack', read }, minute: 0 }, random));
    const heard = receiveAsPerson(person, ack.frame, expected);
    person = heard.session;
    expect(isDelivered(person, first.seq)).toBe(true);
    expect(isRead(person, first.seq)).toBe(true);
    expect(heard.result.type === 'message' && wantsAck(heard.result.message.content)).toBe(false);
  });

  it('what only the other side may say has no effect, and is counted all the same', () => {
    const { person, desk, random } = talking('roles');
    const cleared = ok(sendMessage(person, { content: { type: 'clear' }, minute: 0 }, random));
    const atDesk = receiveAsCounsellor(desk, cleared.frame);
    const preferred = ok(sendMessage(desk, { content: prefs, minute: 0 }, random));
    const onPage = receiveAsPerson(person, preferred.frame, expected);
    for (const { result } of [atDesk, onPage])
      expect(result).toMatchObject({ type: 'message', message: { content: { type: 'unknown' } } });
    expect(atDesk.session.core.ack).toBe(desk.core.ack + 1);
    expect(onPage.session.core.ack).toBe(person.core.ack + 1);
  });

  it('delivered does not mean read', () => {
    let { person, desk, random } = talking('delivered');
    const sent = ok(sendMessage(person, said('?'), random));
    desk = receiveAsCounsellor(desk, sent.frame).session;
    const content = { type: 'ack', read: null } as const;
    const ack = ok(sendMessage(desk, { content, minute: 0 }, random));
    person = receiveAsPerson(sent.session, ack.frame, expected).session;
    expect([isDelivered(person, sent.seq), isRead(person, sent.seq)]).toEqual([true, false]);
  });

  it('what was read stays read, whatever receipt comes later', () => {
    let { person, desk, random } = talking('read once');
    const first = ok(sendMessage(person, said('Bonjour'), random));
    person = first.session;
    desk = receiveAsCounsellor(desk, first.frame).session;
    for (const read of [first.seq + 1, first.seq]) {
      const receipt = ok(sendMessage(desk, { content: { type: 'ack', read }, minute: 0 }, random));
      desk = receipt.session;
      person = receiveAsPerson(person, receipt.frame, expected).session;
      expect(isRead(person, first.seq)).toBe(true);
    }
  });

  it('the same words in another frame are shown once', () => {
    const { person, desk, random } = talking('again');
    const first = ok(sendMessage(person, said('Bonjour'), random));
    const got = receiveAsCounsellor(desk, first.frame);
    const again = ok(sendAgain(first.session, first.inner, random));
    const { session, result } = receiveAsCounsellor(got.session, again.frame);
    expect(result).toEqual({ type: 'duplicate', seq: first.seq });
    expect(hasGap(session)).toBe(false);
  });

  it('a receipt for what was never said counts for nothing', () => {
    const { person, desk, random } = talking('overread');
    const content = { type: 'ack', read: 9_999 } as const;
    const ack = ok(sendMessage(desk, { content, minute: 0 }, random));
    const after = receiveAsPerson(person, ack.frame, expected).session;
    expect(after.read).toBe(person.read);
  });

  it('what the person wrote while the claim was on its way is not lost', () => {
    const chat = claimed('crossing');
    const late = ok(sendMessage(chat.person, said('wait'), chat.random));
    const got = receiveAsCounsellor(chat.desk, late.frame);
    expect(got.result).toMatchObject({ type: 'message', message: { content: { text: 'wait' } } });
    const met = receiveAsPerson(late.session, chat.claim.frame, expected);
    expect(met.result.type).toBe('claimed');
    const next = ok(sendMessage(met.session, said('here'), chat.random));
    const last = receiveAsCounsellor(got.session, next.frame);
    expect(last.result).toMatchObject({ type: 'message', message: { content: { text: 'here' } } });
  });

  it('a lost message is a visible gap, until it comes', () => {
    const { person, desk, random } = talking('gap');
    const lost = ok(sendMessage(person, said('one'), random));
    const next = ok(sendMessage(lost.session, said('two'), random));
    const after = receiveAsCounsellor(desk, next.frame);
    expect(after.result).toMatchObject({ type: 'message', message: { gap: true } });
    expect(hasGap(after.session)).toBe(true);
    const found = receiveAsCounsellor(after.session, lost.frame);
    expect(found.result).toMatchObject({ type: 'message', message: { gap: false } });
    expect(hasGap(found.session)).toBe(false);
  });

  it('the same frame twice is shown once', () => {
    const { person, desk, random } = talking('twice');
    const sent = ok(sendMessage(person, said('once'), random));
    const { session } = receiveAsCounsellor(desk, sent.frame);
    const again = receiveAsCounsellor(session, sent.frame);
    expect(again.result).toEqual({ type: 'unreadable' });
    expect(again.session).toBe(session);
  });

  it('a session that was not stored is dropped, and the next one still opens', () => {
    const { person, desk, random } = talking('cas');
    const refusedByServer = ok(sendMessage(desk, said('first try'), random));
    const stored = ok(sendMessage(desk, said('second try'), random));
    expect(refusedByServer.seq).toBe(stored.seq);
    const got = receiveAsPerson(person, stored.frame, expected);
    expect(got.result).toMatchObject({ message: { content: { text: 'second try' } } });
  });
});
