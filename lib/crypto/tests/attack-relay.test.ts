import { describe, expect, it, vi } from 'vitest';
import { NO_CHECKPOINT, openCheckpoint, sealCheckpoint } from '../conversation/checkpoint.ts';
import { claimSession, receiveAsCounsellor } from '../conversation/counsellor.ts';
import { receiveAsPerson, startIntake } from '../conversation/person.ts';
import { sendMessage } from '../conversation/session.ts';
import { NO_PSK } from '../conversation/start.ts';
import { openStart } from '../conversation/start-open.ts';
import { refused } from './standards.ts';
import {
  claimed,
  expected,
  intake,
  mailboxId,
  mara,
  ok,
  opened,
  orgId,
  prefs,
  said,
  seeded,
  teamId,
  teamKey,
} from './world.ts';

vi.mock('../conversation/chain.ts', async (real) =>
  (await import('./few-steps.ts')).fewSteps(await real()),
);

const random = seeded('relay');

/** One frame of every type, from one chat. */
function everyFrame() {
  const chat = claimed('every');
  const [start] = chat.frames;
  const more = ok(sendMessage(chat.person, said('more'), chat.random));
  const met = receiveAsPerson(more.session, chat.claim.frame, expected).session;
  const ratchet = ok(sendMessage(met, said('ratchet'), chat.random));
  const parked = Uint8Array.of(1, 4, 0, 0, ...new Uint8Array(1700));
  if (!start) throw new Error('no frame');
  const frames = {
    start,
    more: more.frame,
    claim: chat.claim.frame,
    ratchet: ratchet.frame,
    parked,
  };
  return { chat, met, frames };
}

describe('a hostile relay', () => {
  it('feeds a frame of one type as every other: nothing opens', () => {
    const { chat, met, frames } = everyFrame();
    const types = [1, 2, 3, 4, 5, 0];
    for (const [name, frame] of Object.entries(frames))
      for (const type of types.filter((one) => one !== frame[1])) {
        const changed = frame.slice();
        changed[1] = type;
        for (const person of [chat.person, met])
          expect(['unreadable', 'stale']).toContain(
            receiveAsPerson(person, changed, expected).result.type,
          );
        const got = receiveAsCounsellor(chat.desk, changed).result.type;
        expect(['unreadable', 'stale'], `${name} as ${type}`).toContain(got);
        expect(opened([changed]).starts).toEqual([]);
      }
  });

  it('reflects frames to their sender: nothing opens', () => {
    const { chat, met, frames } = everyFrame();
    for (const frame of [frames.start, frames.more, frames.ratchet])
      expect(receiveAsPerson(met, frame, expected).result.type).toBe('unreadable');
    expect(receiveAsCounsellor(chat.desk, frames.claim).result.type).toBe('unreadable');
  });

  it('says that a stranger’s START is this person’s: they stay two sessions (model m1)', () => {
    const chat = intake('honest');
    const target = { orgId, teamId, epoch: 7, teamPublicKey: teamKey.keys.publicKey, mailboxId };
    const stranger = ok(startIntake(target, { content: prefs, minute: 1 }, random));
    const [first] = chat.frames;
    if (!first) throw new Error('no frame');
    const more = ok(sendMessage(chat.person, said('mine'), chat.random));
    const { starts } = opened([stranger.frame, first, first, more.frame]);
    expect(starts).toHaveLength(2);
    expect(new Set(starts.map(({ identity }) => identity)).size).toBe(2);
    expect(starts.map(({ messages }) => messages.length)).toEqual([1, 2]);
    // Claiming the stranger's session reaches the stranger, never the person.
    const [foreign] = starts;
    if (!foreign) throw new Error('nothing opened');
    const request = { opened: foreign, claimer: mara, outgoing: said('Hello'), before: null };
    const claim = ok(claimSession(request, random));
    expect(receiveAsPerson(more.session, claim.frame, expected).result.type).toBe('unreadable');
    expect(receiveAsPerson(stranger.session, claim.frame, expected).result.type).toBe('claimed');
  });

  it('replays a START under another mailbox', () => {
    const [frame] = intake('replay').frames;
    if (!frame) throw new Error('no frame');
    const box = { orgId, teamId, mailboxId, epoch: 7, keys: teamKey.keys, psk: NO_PSK };
    const other = random(16);
    refused(() => openStart(frame, { ...box, mailboxId: other }));
    const moved = frame.slice();
    moved.set(other, 1188);
    refused(() => openStart(moved, { ...box, mailboxId: other }));
  });

  it('puts what does not open between what does: it is counted and harms nothing', () => {
    const chat = intake('noise');
    const more = ok(sendMessage(chat.person, said('still here'), chat.random));
    const noise = [random(700), Uint8Array.of(), more.frame.slice(1)];
    const { starts, unreadable } = opened([...noise, ...chat.frames, more.frame, more.frame]);
    expect(starts[0]?.messages).toHaveLength(2);
    expect(unreadable).toBe(noise.length + 1);
    expect(opened(chat.frames, []).unreadable).toBe(1);
  });

  it('reorders the START so that too much waits: that session opens nothing more', () => {
    const chat = intake('flood');
    let { person } = chat;
    const late: Uint8Array[] = [];
    for (let i = 0; i < 20; i++) {
      const sent = ok(sendMessage(person, said(`${i}`), chat.random));
      person = sent.session;
      late.push(sent.frame);
    }
    const { starts, unreadable } = opened([...chat.frames, ...late.slice(1)]);
    expect(starts[0]?.session.core.quarantined).toBe(true);
    expect(unreadable).toBe(2);
  });

  it('brings back an old checkpoint: an alarm for whoever remembers the newest', () => {
    const { desk } = claimed('stale checkpoint');
    const csk = random(32);
    const one = sealCheckpoint(desk, csk, NO_CHECKPOINT, random);
    const two = sealCheckpoint({ ...desk, archiveCount: 1 }, csk, one.mark, random);
    const fork = sealCheckpoint({ ...desk, archiveCount: 9 }, csk, one.mark, random);
    const open = (at: { blob: Uint8Array }, n: number, known = two.mark) =>
      openCheckpoint(at.blob, { csk, mailboxId, n }, known);
    // Without a memory the old one opens: that is what the marks are for.
    expect(openCheckpoint(one.blob, { csk, mailboxId, n: 1 }, null)).not.toBeNull();
    expect(open(one, 1)).toBeNull();
    expect(open(fork, 2)).toBeNull();
    expect(open(two, 2)?.session.archiveCount).toBe(1);
    expect(open(two, 2, one.mark)?.mark).toEqual(two.mark);
    const elsewhere = sealCheckpoint(desk, csk, { n: 2, hash: fork.mark.hash }, random);
    expect(open(elsewhere, 3)).toBeNull();
    const later = sealCheckpoint(desk, csk, { n: 5, hash: random(32) }, random);
    expect(open(later, 6)?.mark.n).toBe(6);
  });

  it('learns nothing from length: repeated and random text of one size weigh the same', () => {
    const { desk } = claimed('length');
    const weigh = (text: string) => ok(sendMessage(desk, said(text), random)).frame.length;
    const noise = Array.from(random(300), (byte) => String.fromCharCode(33 + (byte % 90))).join('');
    expect(weigh('a'.repeat(300))).toBe(weigh(noise));
    expect(weigh('')).toBe(weigh('a'.repeat(480)));
    expect(weigh('a'.repeat(481))).toBeGreaterThan(weigh('a'));
  });
});
