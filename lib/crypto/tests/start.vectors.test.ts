import { expect, it } from 'vitest';
import { takeInner } from '../conversation/receive.ts';
import type { SessionState } from '../conversation/session-state.ts';
import { beginStart, startSeal } from '../conversation/start.ts';
import { type Opened, openContinuation, openStart } from '../conversation/start-open.ts';
import { recordOwn } from '../conversation/transcript.ts';
import { toHex } from '../primitives/bytes.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';
import { bare, expectState, type Side } from './states.ts';

type Known = {
  seed: string;
  psk: string;
  orgId: string;
  teamId: string;
  epoch: number;
  mailboxId: string;
};
type Begun = Known & {
  mode: number;
  s: number;
  random: Draw[];
  RK0: string;
  K_CLM: string;
  AD: string;
};

type Vectors = {
  intake: Begun & {
    CKs0: string;
    frames: { inner: string; random: Draw[]; frame: string; V: Side; K: Side; result: string }[];
  };
  skip: { result: string; K: Side };
  resume: Begun & { inner: string; randomFrame: Draw[]; frame: string; V: Side; K: Side };
  refuse: (Known & { why: string; frame: string })[];
  refuseContinuation: { why: string; frame: string }[];
};

const expectation = (v: Known) => ({
  orgId: hex(v.orgId),
  teamId: hex(v.teamId),
  mailboxId: hex(v.mailboxId),
  epoch: v.epoch,
  keys: xWingKeys(hex(v.seed)),
  psk: hex(v.psk),
});

function begin(v: Begun) {
  const { keys, ...known } = expectation(v);
  const mode = v.mode === 1 ? ('intake' as const) : ('resume' as const);
  const random = replay(v.random);
  const begun = beginStart({ ...known, mode, s: v.s, kemPublicKey: keys.publicKey }, random);
  expect(random.left()).toBe(0);
  const { rootKey, claimKey, ad } = begun.state;
  expect([toHex(rootKey), claimKey && toHex(claimKey), toHex(ad)]).toEqual([v.RK0, v.K_CLM, v.AD]);
  return begun;
}

function accept(opened: { state: SessionState; innerBytes: Uint8Array }, inner: string) {
  expect(toHex(opened.innerBytes)).toBe(inner);
  const { session, result } = takeInner(bare(opened.state), opened.state, opened.innerBytes);
  if (result.type !== 'message') throw new Error(`unexpected ${result.type}`);
  return { core: session.core, gap: result.message.gap };
}

describeStandard<Vectors>('START is the reference’s', 'havre-v1/start.json', (v) => {
  it('INTAKE with two continuations, both sides', () => {
    const begun = begin(v.intake);
    let person = begun.state;
    let desk: SessionState | null = null;
    for (const [i, one] of v.intake.frames.entries()) {
      const inner = hex(one.inner);
      const sent = startSeal(person, i === 0 ? begun.header : null, inner, replay(one.random));
      expect(toHex(sent.frame)).toBe(one.frame);
      person = recordOwn(sent.state, inner);
      expectState(person, one.V);
      const opened: Opened = desk
        ? openContinuation(desk, sent.frame)
        : openStart(sent.frame, expectation(v.intake));
      desk = accept(opened, one.inner).core;
      expectState(desk, one.K);
    }
  });

  it('a missing continuation is a visible gap', () => {
    const [first, , third] = v.intake.frames;
    if (!first || !third) throw new Error('vectors changed');
    const one = accept(openStart(hex(first.frame), expectation(v.intake)), first.inner);
    const after = accept(openContinuation(one.core, hex(third.frame)), third.inner);
    expect(after.gap).toBe(true);
    expectState(after.core, v.skip.K);
  });

  it('RESUME to the key and secret of an earlier session', () => {
    const { state, header } = begin(v.resume);
    const inner = hex(v.resume.inner);
    const sent = startSeal(state, header, inner, replay(v.resume.randomFrame));
    expect(toHex(sent.frame)).toBe(v.resume.frame);
    expectState(recordOwn(sent.state, inner), v.resume.V);
    const opened = openStart(sent.frame, expectation(v.resume));
    expectState(accept(opened, v.resume.inner).core, v.resume.K);
  });

  it('refuses every changed or misdirected first frame', () => {
    expect(v.refuse.length).toBeGreaterThan(20);
    for (const one of v.refuse) refused(() => openStart(hex(one.frame), expectation(one)), one.why);
  });

  it('refuses repeated, renumbered and foreign continuations', () => {
    let desk: SessionState | null = null;
    for (const { frame } of v.intake.frames) {
      desk = desk
        ? openContinuation(desk, hex(frame)).state
        : openStart(hex(frame), expectation(v.intake)).state;
    }
    for (const { why, frame } of v.refuseContinuation)
      refused(() => desk && openContinuation(desk, hex(frame)), why);
  });
});
