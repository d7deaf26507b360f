import { describe, expect, it, vi } from 'vitest';
import { acceptClaim } from '../conversation/claim-accept.ts';
import { ratchetOpen } from '../conversation/ratchet.ts';
import { sendMessage } from '../conversation/session.ts';
import { refused } from './standards.ts';
import { claimed, expected, intake, ok, opened, said } from './world.ts';

vi.mock('../conversation/chain.ts', async (real) =>
  (await import('./few-steps.ts')).fewSteps(await real()),
);

/** Frames that a counsellor sent after the claim, of which the relay delivers what it likes. */
function monologue(count: number) {
  const { person, claim, desk, random } = claimed('monologue');
  const { state } = acceptClaim(person.core, claim.frame, expected);
  let session = desk;
  const frames: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const sent = ok(sendMessage(session, said(`${i}`), random));
    session = sent.session;
    frames.push(sent.frame);
  }
  return { state, frame: (i: number) => frames[i] ?? new Uint8Array(0) };
}

describe('a relay that makes a phone count', () => {
  it('to 256 and no further, although the frame behind is good', () => {
    const { state, frame } = monologue(258);
    expect(ratchetOpen(state, frame(256)).state.received).toBe(state.received + 257);
    refused(() => ratchetOpen(state, frame(257)));
    const nearer = ratchetOpen(state, frame(100)).state;
    expect(ratchetOpen(nearer, frame(257)).state.received).toBe(state.received + 258);
  });

  it('nor a desk, before anybody took the chat', () => {
    const chat = intake('before the claim');
    const frames = [...chat.frames];
    let { person } = chat;
    for (let i = 0; i < 258; i++) {
      const sent = ok(sendMessage(person, said(`${i}`), chat.random));
      person = sent.session;
      frames.push(sent.frame);
    }
    const [first, ...rest] = frames;
    const unreadable = (at: number) =>
      opened([first, rest[at]].flatMap((frame) => frame ?? [])).unreadable;
    expect([unreadable(256), unreadable(257)]).toEqual([0, 1]);
  });

  it('not to four thousand million, by either number of the header', () => {
    const { state, frame } = monologue(1);
    // `01 03 | s u16 | dh 32 | PN u32 | N u32`; the previous chain counts where the key is a new one.
    const far = frame(0).slice();
    far.set([0xff, 0xff, 0xff, 0xff], 40);
    refused(() => ratchetOpen(state, far));
    const before = frame(0).slice();
    before.set(new Uint8Array(32).fill(9), 4);
    before.set([0xff, 0xff, 0xff, 0xff], 36);
    refused(() => ratchetOpen(state, before));
  });
});
