import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NO_CHECKPOINT, openCheckpoint, sealCheckpoint } from '../conversation/checkpoint.ts';
import { type CounsellorSession, receiveAsCounsellor } from '../conversation/counsellor.ts';
import { type PersonSession, receiveAsPerson } from '../conversation/person.ts';
import { sendMessage } from '../conversation/session.ts';
import { encodeState } from '../conversation/state-codec.ts';
import { toHex, utf8 } from '../primitives/bytes.ts';
import {
  ackOf,
  type ModelSide,
  modelDeliver,
  modelSend,
  modelSides,
  type Parcel,
} from './ratchet-model.ts';
import { tally } from './tally.ts';
import { claimed, expected, mailboxId, ok, said, seeded } from './world.ts';

vi.mock('../conversation/chain.ts', async (real) =>
  (await import('./few-steps.ts')).fewSteps(await real()),
);

type Model = { sides: [ModelSide, ModelSide]; flying: Parcel[]; gone: Parcel[]; chains: number };
type Real = { person: PersonSession; desk: CounsellorSession };

const count = tally(
  'ratchet machine',
  ...['message', 'gap', 'unreadable', 'quarantined', 'repeated', 'reordered'],
  ...['reflected', 'damaged', 'dropped', 'device switch', 'a gap closed'],
);

const random = seeded('machine, while it runs');
const csk = random(32);
let texts = 0;

function receive(real: Real, to: 0 | 1, frame: Uint8Array): string {
  const before = encodeState((to === 0 ? real.person : real.desk).core);
  const step =
    to === 0
      ? receiveAsPerson(real.person, frame, expected)
      : receiveAsCounsellor(real.desk, frame);
  if (to === 0) real.person = step.session as PersonSession;
  else real.desk = step.session as CounsellorSession;
  const { result } = step;
  if (result.type === 'unreadable') expect(encodeState(step.session.core)).toEqual(before);
  return result.type === 'message' && result.message.gap ? 'gap' : result.type;
}

class Send implements fc.Command<Model, Real> {
  readonly from: 0 | 1;
  constructor(from: 0 | 1) {
    this.from = from;
  }
  check = (m: Readonly<Model>) => !m.sides[this.from].quarantined;
  run(m: Model, real: Real) {
    const text = `canary number ${texts++} ${this.from}`;
    const session = this.from === 0 ? real.person : real.desk;
    const sent = ok(sendMessage<PersonSession | CounsellorSession>(session, said(text), random));
    if (this.from === 0) real.person = sent.session as PersonSession;
    else real.desk = sent.session as CounsellorSession;
    // Names of chains grow in time, for both sides together.
    const place = modelSend(m.sides[this.from], () => ++m.chains);
    expect(sent.seq).toBe(place.seq);
    expect(sent.frame.length).toBe(628);
    expect(toHex(sent.frame)).not.toContain(toHex(utf8(text)));
    m.flying.push({ ...place, to: this.from === 0 ? 1 : 0, frame: sent.frame, text });
  }
  toString = () => `send ${this.from}`;
}

class Deliver implements fc.Command<Model, Real> {
  readonly pick: number;
  constructor(pick: number) {
    this.pick = pick;
  }
  check = (m: Readonly<Model>) => m.flying.length > 0;
  run(m: Model, real: Real) {
    const at = this.pick % m.flying.length;
    if (at > 0) count('reordered');
    const [parcel] = m.flying.splice(at, 1);
    if (!parcel) return;
    m.gone.push(parcel);
    const waited = m.sides[parcel.to].arrived.size > ackOf(m.sides[parcel.to]);
    const word = modelDeliver(m.sides[parcel.to], parcel);
    expect(receive(real, parcel.to, parcel.frame)).toBe(word);
    count(word);
    const core = (parcel.to === 0 ? real.person : real.desk).core;
    if (!core.quarantined) expect(core.ack).toBe(ackOf(m.sides[parcel.to]));
    if (waited && core.waiting.length === 0) count('a gap closed');
  }
  toString = () => `deliver ${this.pick}`;
}

class Misuse implements fc.Command<Model, Real> {
  readonly how: 'repeat' | 'reflect' | 'damage' | 'drop';
  readonly pick: number;
  constructor(how: 'repeat' | 'reflect' | 'damage' | 'drop', pick: number) {
    this.how = how;
    this.pick = pick;
  }
  check = (m: Readonly<Model>) => (this.how === 'repeat' ? m.gone : m.flying).length > 0;
  run(m: Model, real: Real) {
    const list = this.how === 'repeat' ? m.gone : m.flying;
    const parcel = list[this.pick % list.length];
    if (!parcel) return;
    if (this.how === 'drop') {
      count('dropped');
      m.flying = m.flying.filter((one) => one !== parcel);
      return;
    }
    const to = this.how === 'reflect' ? ((1 - parcel.to) as 0 | 1) : parcel.to;
    const frame = parcel.frame.slice();
    if (this.how === 'damage') frame[this.pick % 628] = (frame[this.pick % 628] ?? 0) ^ 0x10;
    count({ repeat: 'repeated', reflect: 'reflected', damage: 'damaged' }[this.how]);
    const word = receive(real, to, frame);
    // A damaged session number may make a frame look like one of an earlier session.
    expect(['unreadable', 'stale']).toContain(m.sides[to].quarantined ? 'unreadable' : word);
  }
  toString = () => `${this.how} ${this.pick}`;
}

class SwitchDevice implements fc.Command<Model, Real> {
  check = () => true;
  run(_: Model, real: Real) {
    const { blob } = sealCheckpoint(real.desk, csk, NO_CHECKPOINT, random);
    const back = openCheckpoint(blob, { csk, mailboxId, n: 1 }, null);
    if (!back) throw new Error('no alarm was due');
    const { acknowledged, read } = real.desk;
    expect({ ...back.session, acknowledged, read }).toEqual(real.desk);
    real.desk = back.session;
    count('device switch');
  }
  toString = () => 'switch device';
}

const command = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0 as const, 1 as const).map((from) => new Send(from)) },
  {
    weight: 6,
    arbitrary: fc.oneof(fc.constant(0), fc.nat({ max: 30 })).map((n) => new Deliver(n)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('repeat', 'reflect', 'damage', 'drop'), fc.nat({ max: 5000 }))
      .map(([how, pick]) => new Misuse(how as 'repeat', pick)),
  },
  { weight: 1, arbitrary: fc.constant(new SwitchDevice()) },
);

/** A long monologue of which the first message is lost: the road into quarantine. */
const monologue = [
  ...Array.from({ length: 19 }, () => new Send(1)),
  new Misuse('drop', 0),
  ...Array.from({ length: 18 }, () => new Deliver(0)),
];

describe('the ratchet against a model without cryptography', () => {
  const setup = () => {
    const chat = claimed('machine');
    const met = receiveAsPerson(chat.person, chat.claim.frame, expected);
    const real: Real = { person: met.session, desk: chat.desk };
    return { model: { sides: modelSides(), flying: [], gone: [], chains: 0 } as Model, real };
  };

  it('shows every message at most once, in order or flagged, whatever the relay does', () => {
    fc.assert(
      fc.property(fc.commands([command], { maxCommands: 120, size: 'max' }), (commands) => {
        let model: Model | undefined;
        fc.modelRun(() => {
          const made = setup();
          model = made.model;
          return made;
        }, commands);
        for (const side of model?.sides ?? [])
          expect(new Set(side.shown).size).toBe(side.shown.length);
      }),
      { numRuns: 60 },
    );
  });

  it('a frame that comes when its key was thrown away changes nothing', () => {
    const sends = Array.from({ length: 20 }, () => new Send(1));
    fc.modelRun(setup, [...sends, new Deliver(19), new Deliver(0), new Deliver(18)]);
  });

  it('seventeen messages behind a lost one end the session', () => {
    fc.modelRun(setup, monologue);
  });
});
