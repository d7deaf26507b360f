import { describe, expect, it } from 'vitest';
import {
  type CounsellorSession,
  receiveAsCounsellor,
  resumeKeysOf,
} from '../conversation/counsellor.ts';
import { receiveAsPerson, startIntake, startResume } from '../conversation/person.ts';
import { readInner, takeInner } from '../conversation/receive.ts';
import { sendMessage } from '../conversation/session.ts';
import { continuationHeader, readContinuation } from '../conversation/start-header.ts';
import { wipeDeep } from '../conversation/wipe-session.ts';
import { type Content, decodeContent, type Sendable } from '../messages/content.ts';
import { encodeInner, MAX_BODY } from '../messages/inner.ts';
import { KIND } from '../messages/kinds.ts';
import { BadFrame, orNull } from '../primitives/bad-frame.ts';
import { concat, equalBytes, lp, u8, u16, u32 } from '../primitives/bytes.ts';
import { systemRandom } from '../primitives/random.ts';
import { sbxSeal } from '../primitives/sbx.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { refused } from './standards.ts';
import {
  claimed,
  expected,
  intake,
  mailboxId,
  ok,
  opened,
  orgId,
  prefs,
  said,
  teamId,
  teamKey,
} from './world.ts';

function talking(name: string) {
  const chat = claimed(name);
  const { session: person } = receiveAsPerson(chat.person, chat.claim.frame, expected);
  return { ...chat, person };
}

describe('what cannot be sent says why, and costs nothing', () => {
  const long = said('x'.repeat(MAX_BODY + 1));
  const target = { orgId, teamId, epoch: 7, teamPublicKey: teamKey.keys.publicKey, mailboxId };

  it('the longest text goes, one byte more does not', () => {
    const { person, desk, random } = talking('long');
    const most = ok(sendMessage(person, said('x'.repeat(MAX_BODY)), random));
    expect(receiveAsCounsellor(desk, most.frame).result.type).toBe('message');
    expect(sendMessage(person, long, random)).toEqual({ ok: false, code: 'too_long' });
    expect(startIntake(target, long, random)).toEqual({ ok: false, code: 'too_long' });
  });

  it('a session ends before its numbers do', () => {
    const { person, random } = talking('numbers');
    const at = (nextSeq: number) => ({ ...person, core: { ...person.core, nextSeq } });
    expect(sendMessage(at(65_534), said('x'), random).ok).toBe(true);
    expect(sendMessage(at(65_535), said('x'), random)).toEqual({ ok: false, code: 'exhausted' });
  });

  it('a generator that fails stops the sending; nothing weaker takes its place', () => {
    const { person } = talking('generator');
    const broken = () => {
      throw new Error('no entropy');
    };
    expect(() => sendMessage(person, said('x'), broken)).toThrow('no entropy');
    expect(() => startIntake(target, { content: prefs, minute: 0 }, broken)).toThrow('no entropy');
  });
});

describe('START frames that were lost', () => {
  it('are skipped, 256 at most', () => {
    const chat = intake('skips');
    let { person } = chat;
    const frames: Uint8Array[] = [];
    for (let i = 0; i <= 257; i++) {
      const sent = ok(sendMessage(person, said(`${i}`), chat.random));
      person = sent.session;
      frames.push(sent.frame);
    }
    const without = (lost: number) => opened([...chat.frames, ...frames.slice(lost, lost + 1)]);
    expect(without(256).starts[0]?.messages.at(-1)?.content).toEqual({ type: 'text', text: '256' });
    expect(without(257)).toMatchObject({ unreadable: 1 });
  });
});

describe('what only the other side may say', () => {
  const sends = (content: Sendable, by: 'person' | 'desk'): Content => {
    const { person, desk, random } = talking(content.type);
    const sender = by === 'person' ? person : desk;
    const { frame } = ok(
      sendMessage<typeof person | typeof desk>(sender, { content, minute: 0 }, random),
    );
    const { result } =
      by === 'person' ? receiveAsCounsellor(desk, frame) : receiveAsPerson(person, frame, expected);
    if (result.type !== 'message') throw new Error(result.type);
    return result.message.content;
  };

  it('has an effect from them, and none from anybody else', () => {
    const fromDesk: Sendable[] = [
      { type: 'clear' },
      { type: 'typing' },
      { type: 'readers', certificates: [] },
      { type: 'consent-request', body: u8(1) },
    ];
    const fromPerson: Sendable[] = [
      prefs,
      { type: 'park-key', publicKey: teamKey.keys.publicKey },
      { type: 'consent-grant', body: u8(1) },
    ];
    // The person takes back a yes, the counsellor a question.
    const fromBoth: Sendable = { type: 'consent-withdraw', body: u8(1) };
    for (const side of ['desk', 'person'] as const) expect(sends(fromBoth, side)).toEqual(fromBoth);
    for (const content of fromDesk) {
      expect(sends(content, 'desk')).toEqual(content);
      expect(sends(content, 'person').type).toBe('unknown');
    }
    for (const content of fromPerson) {
      expect(sends(content, 'person')).toEqual(content);
      expect(sends(content, 'desk').type).toBe('unknown');
    }
  });

  it('a parking key is kept, from START or later, and goes on to the next session', () => {
    const { person, desk, random } = talking('parking');
    expect(desk.parkKey).toBeNull();
    const content = { type: 'park-key', publicKey: teamKey.keys.publicKey } as const;
    const sent = ok(sendMessage(person, { content, minute: 0 }, random));
    const after = receiveAsCounsellor(desk, sent.frame).session;
    expect(after.parkKey).toEqual(content.publicKey);
    const next = ok(sendMessage(sent.session, said('x'), random));
    expect(receiveAsCounsellor(after, next.frame).session.parkKey).toEqual(content.publicKey);
  });
});

describe('a bug is a bug, and not a refused frame', () => {
  const nothing = undefined as unknown as Uint8Array;

  it('goes on as what it is', () => {
    expect(orNull(() => 3)).toBe(3);
    expect(
      orNull(() => {
        throw new BadFrame();
      }),
    ).toBeNull();
    expect(() => decodeContent(KIND.readers, nothing)).toThrow(TypeError);
    const { person, desk } = talking('bug');
    expect(() => receiveAsPerson(person, nothing, expected)).toThrow(TypeError);
    expect(() => receiveAsCounsellor(desk, nothing)).toThrow(TypeError);
    expect(() => opened([nothing])).toThrow(TypeError);
  });

  it('numbers that do not fit, keys that are too short', () => {
    for (const n of [-1, 0.5, 256, Number.NaN]) expect(() => u8(n)).toThrow(RangeError);
    expect(() => u16(65_536)).toThrow(RangeError);
    expect(() => u32(2 ** 32)).toThrow(RangeError);
    expect(() => lp(new Uint8Array(65_536))).toThrow(RangeError);
    expect(() => sbxSeal(new Uint8Array(31), u8(0), u8(0), systemRandom)).toThrow(RangeError);
    expect(() => xWingKeys(new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('small doors', () => {
  it('the refusal says nothing', () => {
    expect(new BadFrame()).toMatchObject({ name: 'BadFrame', message: 'refused' });
  });

  it('the system’s generator gives as much as asked, and never the same', () => {
    const draws = Array.from({ length: 50 }, () => systemRandom(32).join());
    expect(new Set(draws).size).toBe(50);
    expect(systemRandom(7)).toHaveLength(7);
  });

  it('equal means same length and bytes', () => {
    expect(equalBytes(u8(1), u8(1))).toBe(true);
    expect(equalBytes(u8(1), u8(2))).toBe(false);
    expect(equalBytes(u8(1), u16(1))).toBe(false);
    expect(equalBytes(new Uint8Array(0), new Uint8Array(0))).toBe(true);
  });

  it('wiping a session leaves no key in it', () => {
    const { desk } = talking('wipe');
    const secrets = [desk.core.ad, desk.core.rootKey, desk.resume.secret, desk.resume.rsmSeed];
    expect(secrets.some((bytes) => bytes.every((byte) => byte === 0))).toBe(false);
    wipeDeep(desk);
    expect(secrets.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('a receipt from another session counts for nothing', () => {
    const { desk } = talking('receipts');
    const said5 = { kind: 1, seq: 1, peerT: new Uint8Array(16), minute: 0, body: u8(5) };
    const taken = (ack: number) => takeInner(desk, desk.core, encodeInner({ ...said5, ack }));
    expect(taken(3 * 65_536).session.acknowledged).toBe(desk.acknowledged);
    expect(taken(3 * 65_536).result.type).toBe('message');
  });

  it('an archived message reads as it was said', () => {
    const { desk, random } = talking('archive');
    const sent = ok(sendMessage(desk, said('Hello', 12), random));
    expect(readInner(sent.inner)).toMatchObject({
      seq: 1,
      minute: 12,
      content: { type: 'text', text: 'Hello' },
    });
  });

  it('a continuation of a resumed session says so', () => {
    const chat = talking('continuation');
    const back = ok(startResume(chat.person, said('back'), chat.random));
    const more = ok(sendMessage(back.session, said('and more'), chat.random));
    expect(readContinuation(more.frame, 1)).toBe(1);
    refused(() => readContinuation(more.frame, 0));
    refused(() => readContinuation(concat(continuationHeader(1, 0), new Uint8Array(700)), 1));
    const { starts } = opened([back.frame, more.frame], resumeKeysOf(chat.desk));
    expect(starts[0]?.messages).toHaveLength(2);
    const desk: CounsellorSession = chat.desk;
    expect(receiveAsCounsellor(desk, more.frame).result.type).toBe('unreadable');
  });

  it('a message that went once is a repetition in any later frame', () => {
    const chat = talking('repetition');
    const sent = ok(sendMessage(chat.person, said('twice'), chat.random));
    const { session } = receiveAsCounsellor(chat.desk, sent.frame);
    const rolled = { ...sent.session, core: { ...sent.session.core, ...numbersOf(chat.person) } };
    const again = ok(sendMessage(rolled, said('twice'), chat.random));
    expect(receiveAsCounsellor(session, again.frame).result).toEqual({
      type: 'duplicate',
      seq: sent.seq,
    });
  });
});

const numbersOf = ({ core }: { core: { nextSeq: number; ownT: readonly Uint8Array[] } }) => ({
  nextSeq: core.nextSeq,
  ownT: core.ownT,
});
