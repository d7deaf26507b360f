import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCheckpoint } from '../conversation/checkpoint.ts';
import { acceptClaim } from '../conversation/claim-accept.ts';
import { receiveAsCounsellor } from '../conversation/counsellor.ts';
import { receiveAsPerson } from '../conversation/person.ts';
import { ratchetOpen } from '../conversation/ratchet.ts';
import { sendMessage } from '../conversation/session.ts';
import { readContinuation, readStartHeader } from '../conversation/start-header.ts';
import { openContinuation } from '../conversation/start-open.ts';
import { decodeState, encodeState } from '../conversation/state-codec.ts';
import {
  type Content,
  decodeContent,
  encodeContent,
  type Sendable,
  wantsAck,
} from '../messages/content.ts';
import { decodeInner, encodeInner } from '../messages/inner.ts';
import { KIND } from '../messages/kinds.ts';
import { decodePrefs, encodePrefs } from '../messages/prefs.ts';
import { BadFrame } from '../primitives/bad-frame.ts';
import { concat, fromHex, fromUtf8, reader, toHex, u8, utf8 } from '../primitives/bytes.ts';
import { unpad } from '../primitives/padding.ts';
import { holdsFor, hostileBytes } from './hostile-bytes.ts';
import { tally } from './tally.ts';
import { claimed, expected, mailboxId, ok, opened, said } from './world.ts';

const chat = claimed('parsers');
const met = receiveAsPerson(chat.person, chat.claim.frame, expected).session;
const next = ok(sendMessage(chat.desk, said('next'), chat.random));
const state = encodeState(chat.desk.core);

const PARSERS: Record<string, (b: Uint8Array) => unknown> = {
  inner: decodeInner,
  prefs: decodePrefs,
  padding: unpad,
  text: fromUtf8,
  hex: (b) => fromHex(String.fromCharCode(...b)),
  start: readStartHeader,
  continuation: (b) => readContinuation(b, 0),
  'open continuation': (b) => openContinuation(chat.start.session.core, b),
  claim: (b) => acceptClaim(chat.person.core, b, expected),
  ratchet: (b) => ratchetOpen(chat.desk.core, b),
  state: decodeState,
  checkpoint: (b) => decodeCheckpoint(b, mailboxId),
};

const seeds = [...chat.frames, chat.claim.frame, state, chat.claim.inner];
const hostile = hostileBytes(seeds, 1400, 3);

describe('every parser', () => {
  const count = tally('parsers', 'refused', 'accepted');

  it('throws BadFrame or nothing, whatever the bytes', () => {
    holdsFor(PARSERS, hostile, 1500, count);
  });

  it('refuses a frame above 20 KiB before it copies any of it', () => {
    const huge = (first: Uint8Array) => {
      const frame = concat(first, new Uint8Array(1024 * 1024));
      const copies: number[] = [];
      frame.slice = (from = 0) => {
        copies.push(frame.length - from);
        return new Uint8Array(0);
      };
      return { frame, copies };
    };
    for (const seed of [...chat.frames, chat.claim.frame, next.frame]) {
      const { frame, copies } = huge(seed);
      expect(receiveAsPerson(chat.person, frame, expected).result.type).toBe('unreadable');
      expect(receiveAsPerson(met, frame, expected).result.type).toBe('unreadable');
      expect(receiveAsCounsellor(chat.desk, frame).result.type).toBe('unreadable');
      expect(opened([frame]).starts).toEqual([]);
      expect(copies).toEqual([]);
    }
  });
});

describe('one message has one encoding', () => {
  const count = tally('states', 'decoded');

  it('inner messages', () => {
    const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.nat({ max: 255 }),
          seq: u32,
          ack: u32,
          peerT: fc.uint8Array({ minLength: 16, maxLength: 16 }),
          minute: u32,
          body: fc.uint8Array({ maxLength: 600 }),
        }),
        (inner) => {
          expect(decodeInner(encodeInner(inner))).toEqual(inner);
        },
      ),
    );
  });

  it('preferences', () => {
    const letters = (alphabet: string) =>
      fc.option(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 2, maxLength: 2 }));
    fc.assert(
      fc.property(
        fc.record({
          language: letters('abcnlfr'),
          country: letters('ABCNLZ'),
          age: fc.constantFrom('not-said' as const, 'under-18' as const, 'adult' as const),
          danger: fc.boolean(),
          cover: fc.boolean(),
        }),
        (prefs) => {
          expect(decodePrefs(encodePrefs(prefs))).toEqual(prefs);
        },
      ),
    );
  });

  it('states: what decodes encodes to the same bytes', () => {
    fc.assert(
      fc.property(fc.nat({ max: state.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const bytes = state.slice();
        bytes[at] = byte;
        try {
          const decoded = decodeState(bytes);
          count('decoded');
          expect(encodeState(decoded)).toEqual(bytes);
        } catch (error) {
          if (!(error instanceof BadFrame)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

const EVERY: Sendable[] = [
  { type: 'noop' },
  { type: 'text', text: 'Ik ben bang. خائف 🙁' },
  { type: 'ack', read: null },
  { type: 'ack', read: 65_537 },
  { type: 'park-key', publicKey: new Uint8Array(1216).fill(4) },
  { type: 'close' },
  { type: 'delete' },
  { type: 'readers', certificates: [] },
  { type: 'readers', certificates: [Uint8Array.of(1, 2), Uint8Array.of(3)] },
  { type: 'consent-request', body: Uint8Array.of(1) },
  { type: 'consent-grant', body: Uint8Array.of(2) },
  { type: 'consent-withdraw', body: Uint8Array.of(3) },
  {
    type: 'prefs',
    prefs: { language: null, country: null, age: 'not-said', danger: false, cover: false },
  },
  { type: 'typing' },
  { type: 'clear' },
];

describe('what is said', () => {
  it('every content comes back as it went', () => {
    for (const content of EVERY) {
      const { kind, body } = encodeContent(content);
      expect(decodeContent(kind, body), content.type).toEqual(content);
    }
  });

  it('an unknown kind, or a known one with a broken body, is unknown and never an error', () => {
    const broken: [kind: number, body: Uint8Array][] = [
      [0x77, utf8('from the future')],
      [KIND.text, Uint8Array.of(0xff)],
      [KIND.ack, u8(1)],
      [KIND.ack, new Uint8Array(5)],
      [KIND.parkKey, u8(1)],
      [KIND.close, u8(0)],
      [KIND.readers, Uint8Array.of(1, 0)],
      [KIND.readers, Uint8Array.of(0, 0)],
      [KIND.prefs, utf8('NLbe\0\0\0')],
      [KIND.prefs, utf8('nlBE\x03\0\0')],
      [KIND.prefs, utf8('nlBE\0\x02\0')],
      [KIND.prefs, utf8('nlBE\0\0\0\0')],
    ];
    for (const [kind, body] of broken)
      expect(decodeContent(kind, body), toHex(body)).toEqual({ type: 'unknown', kind } as Content);
  });

  it('is acknowledged, unless that would never end', () => {
    const never = EVERY.filter((content) => !wantsAck(content)).map(({ type }) => type);
    expect([...new Set(never)].sort()).toEqual(['ack', 'noop', 'typing']);
  });

  it('a reader gives copies, so that wiping a frame harms nobody', () => {
    const bytes = Buffer.from([0, 1, 7]);
    const part = reader(bytes).lp();
    bytes.fill(0);
    expect(toHex(part)).toBe('07');
  });
});
