import { expect, it, vi } from 'vitest';
import { ratchetOpen } from '../conversation/ratchet.ts';
import { decodeState, encodeState } from '../conversation/state-codec.ts';
import { toHex } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';
import { deliver, sendRaw } from './states.ts';

vi.mock('../conversation/chain.ts', async (real) =>
  (await import('./few-steps.ts')).fewSteps(await real()),
);

type Step = {
  step: number;
  op: 'send' | 'deliver';
  who: 'V' | 'K';
  frame: number;
  data?: string;
  result: string;
  kind?: number;
  body?: string;
  minute?: number;
  seq?: number;
  random?: Draw[];
  stateHash: string;
  ownT: string;
  peerT: string;
};

type Vectors = {
  begin: { V: string; K: string };
  end: { V: string; K: string };
  T: { V: string; K: string };
  frames: string[];
  steps: Step[];
};

describeStandard<Vectors>(
  'sixty messages through a bad relay, step by step as the reference',
  'havre-v1/ratchet.json',
  (v) => {
    it('every frame, result and state', () => {
      const sides = { V: decodeState(hex(v.begin.V)), K: decodeState(hex(v.begin.K)) };
      const words = new Map<string, number>();
      for (const step of v.steps) {
        const before = sides[step.who];
        if (step.op === 'send') {
          const random = replay(step.random ?? []);
          const { kind = -1, body = '', minute = 0 } = step;
          const sent = sendRaw(before, { kind, body: hex(body), minute }, random);
          expect(before.nextSeq, `step ${step.step}`).toBe(step.seq);
          expect(toHex(sent.frame), `step ${step.step}`).toBe(v.frames[step.frame]);
          expect(random.left()).toBe(0);
          sides[step.who] = sent.core;
        } else {
          const { core, word } = deliver(before, hex(step.data ?? v.frames[step.frame] ?? ''));
          expect(word, `step ${step.step}`).toBe(step.result);
          words.set(word, (words.get(word) ?? 0) + 1);
          sides[step.who] = core;
        }
        const after = sides[step.who];
        expect(toHex(h32(encodeState(after))), `step ${step.step}`).toBe(step.stateHash);
        expect(toHex(after.peerT)).toBe(step.peerT);
        expect(toHex(after.ownT.at(-1) ?? h32(after.ad))).toBe(step.ownT);
      }
      expect([...words.keys()].sort()).toEqual(['dropped', 'message', 'message-after-gap']);
      expect(toHex(encodeState(sides.V))).toBe(v.end.V);
      expect(toHex(encodeState(sides.K))).toBe(v.end.K);
      expect(toHex(sides.V.ownT.at(-1) ?? h32(sides.V.ad))).toBe(v.T.V);
      expect(toHex(sides.K.ownT.at(-1) ?? h32(sides.K.ad))).toBe(v.T.K);
    });
  },
);

type Edges = {
  edges: {
    why: string;
    state: string;
    frame?: string;
    frames?: string[];
    result?: string;
    results?: string[];
    after: string;
  }[];
  rollback: {
    why: string;
    K: string;
    V: string;
    random: Draw[];
    frame1: string;
    toV1: string;
    frame2: string;
    toV2: string;
    answer: string;
    toK: string;
  }[];
  refuse: { state: string; cases: { why: string; frame: string }[] };
};

describeStandard<Edges>('the edges of the ratchet', 'havre-v1/ratchet-edges.json', (v) => {
  it('limits of skipping, stored keys and waiting messages', () => {
    for (const edge of v.edges) {
      let core = decodeState(hex(edge.state));
      const frames = edge.frames ?? [edge.frame ?? ''];
      const results = frames.map((frame) => {
        const step = deliver(core, hex(frame));
        core = step.core;
        return step.word;
      });
      expect(results, edge.why).toEqual(edge.results ?? [edge.result]);
      expect(toHex(h32(encodeState(core))), edge.why).toBe(edge.after);
    }
  });

  it('what a roll-back by the server does to both sides', () => {
    for (const one of v.rollback) {
      const k = decodeState(hex(one.K));
      let person = decodeState(hex(one.V));
      const to = (frame: string) => {
        const step = deliver(person, hex(frame));
        person = step.core;
        return step.word;
      };
      expect(to(one.frame1), one.why).toBe(one.toV1);
      expect(to(one.frame2), one.why).toBe(one.toV2);
      expect(deliver(k, hex(one.answer)).word, one.why).toBe(one.toK);
    }
  });

  it('refused headers', () => {
    const state = decodeState(hex(v.refuse.state));
    const before = toHex(encodeState(state));
    for (const { why, frame } of v.refuse.cases) refused(() => ratchetOpen(state, hex(frame)), why);
    expect(toHex(encodeState(state))).toBe(before);
  });
});
