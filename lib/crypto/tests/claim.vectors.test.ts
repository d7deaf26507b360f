import { expect, it } from 'vitest';
import { buildClaim } from '../conversation/claim.ts';
import { acceptClaim } from '../conversation/claim-accept.ts';
import { innerOf } from '../conversation/session.ts';
import { startSeal } from '../conversation/start.ts';
import { openContinuation } from '../conversation/start-open.ts';
import { decodeState, encodeState } from '../conversation/state-codec.ts';
import { acceptInner, recordOwn } from '../conversation/transcript.ts';
import { toHex } from '../primitives/bytes.ts';
import { keyPair } from '../primitives/x25519.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';
import { deliver, expectState, type Side, sendRaw } from './states.ts';

type Vectors = {
  world: { orgId: string; teamId: string; rootKeys: string[]; threshold: number };
  before: { V: Side; K: Side };
  good: {
    nowHour: number;
    deviceCert: string;
    adminCert: string;
    DA: string;
    random: Draw[];
    RK1: string;
    RS: string;
    inner: string;
    frame: string;
    lateStartFrame: string;
    lateRandom: Draw[];
    V: Side;
    K: Side;
    peerName: string;
  };
  firstRatchetFrame: { random: Draw[]; inner: string; frame: string; V: Side; K: Side };
  refuse: { why: string; nowHour: number; frame: string }[];
  refuseSecond: { why: string; frame: string };
};

const late = { type: 'text', text: 'Please.' } as const;

describeStandard<Vectors>('CLAIM is the reference’s', 'havre-v1/claim.json', (v) => {
  const person = decodeState(hex(v.before.V.state));
  const desk = decodeState(hex(v.before.K.state));
  const expected = (nowHour: number) => ({
    roots: {
      orgId: hex(v.world.orgId),
      threshold: v.world.threshold,
      rootKeys: v.world.rootKeys.map(hex),
    },
    teamId: hex(v.world.teamId),
    nowHour,
  });
  const { good } = v;

  function claimed() {
    const claimer = {
      deviceCert: hex(good.deviceCert),
      adminCert: hex(good.adminCert),
      dhKeys: keyPair(hex(good.DA)),
    };
    const inner = hex(good.inner);
    const claim = buildClaim(desk, claimer, inner, replay(good.random));
    return { ...claim, state: recordOwn(claim.state, inner) };
  }

  function accepted() {
    const claim = acceptClaim(person, hex(good.frame), expected(good.nowHour));
    const taken = acceptInner(claim.state, claim.innerBytes);
    return { ...claim, state: taken.state };
  }

  it('the claim and both states after it, with a START frame that crosses it', () => {
    const claim = claimed();
    expect(toHex(claim.frame)).toBe(good.frame);
    expect(toHex(claim.resumeSecret)).toBe(good.RS);
    expect(toHex(claim.state.rootKey)).toBe(good.RK1);

    const frame = hex(good.lateStartFrame);
    const opened = openContinuation(claim.state, frame);
    const k = acceptInner(opened.state, opened.innerBytes).state;
    expectState(k, good.K);

    const sent = startSeal(person, null, opened.innerBytes, replay(good.lateRandom));
    expect(toHex(sent.frame)).toBe(good.lateStartFrame);
    const waiting = recordOwn(sent.state, opened.innerBytes);
    const after = acceptClaim(waiting, claim.frame, expected(good.nowHour));
    expect(after.device.displayName).toBe(good.peerName);
    expect(toHex(after.resumeSecret)).toBe(good.RS);
    const v2 = acceptInner(after.state, after.innerBytes);
    expect(v2.accepted.type).toBe('message');
    expectState(v2.state, good.V);

    const first = v.firstRatchetFrame;
    const random = replay(first.random);
    const raw = sendRaw(v2.state, { kind: 1, body: hex(first.inner.slice(62)), minute: 0 }, random);
    expect(toHex(raw.frame)).toBe(first.frame);
    expectState(raw.core, first.V);
    const received = deliver(k, raw.frame);
    expect(received.word).toBe('message');
    expectState(received.core, first.K);
  });

  it('refuses every forged, foreign or damaged claim, and waits on', () => {
    const before = toHex(encodeState(person));
    expect(v.refuse.length).toBeGreaterThan(15);
    for (const one of v.refuse)
      refused(() => acceptClaim(person, hex(one.frame), expected(one.nowHour)), one.why);
    expect(toHex(encodeState(person))).toBe(before);
    expect(accepted().device.displayName).toBe(good.peerName);
  });

  it('refuses a second claim, however valid', () => {
    const { state } = accepted();
    refused(() => acceptClaim(state, hex(v.refuseSecond.frame), expected(good.nowHour)));
    expect(
      acceptClaim(person, hex(v.refuseSecond.frame), expected(good.nowHour)).device.displayName,
    ).toBeTruthy();
  });

  it('a claimed session is not claimed again', () => {
    const { state } = claimed();
    const claimer = {
      deviceCert: hex(good.deviceCert),
      adminCert: hex(good.adminCert),
      dhKeys: keyPair(hex(good.DA)),
    };
    const inner = innerOf(state, { content: late, minute: 0 });
    refused(() => buildClaim(state, claimer, inner, replay(good.random)));
  });
});
