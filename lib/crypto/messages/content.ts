import { must, orNull } from '../primitives/bad-frame.ts';
import { concat, fromUtf8, lp, reader, u8, u32, utf8 } from '../primitives/bytes.ts';
import { EMPTY } from '../primitives/kdf.ts';
import { X_WING } from '../primitives/x-wing.ts';
import { KIND } from './kinds.ts';
import { decodePrefs, encodePrefs, type Prefs } from './prefs.ts';

export type { Prefs } from './prefs.ts';

/** What one message says. `unknown` is acknowledged and ignored. */
export type Content =
  | { type: 'noop' }
  | { type: 'text'; text: string }
  /** `read`: all messages of the peer below this seq were on a visible, focused screen. */
  | { type: 'ack'; read: number | null }
  /** the X-Wing key (1216 bytes) for messages that wait while the person is away */
  | { type: 'park-key'; publicKey: Uint8Array }
  | { type: 'close' }
  | { type: 'delete' }
  /** everybody who can read, as whole DeviceCerts (reading 38) */
  | { type: 'readers'; certificates: Uint8Array[] }
  | { type: 'consent-request'; body: Uint8Array }
  | { type: 'consent-grant'; body: Uint8Array }
  | { type: 'consent-withdraw'; body: Uint8Array }
  | { type: 'prefs'; prefs: Prefs }
  | { type: 'typing' }
  | { type: 'clear' }
  | { type: 'unknown'; kind: number };

/** A content that can be sent. */
export type Sendable = Exclude<Content, { type: 'unknown' }>;

const ackBody = (read: number | null) => (read === null ? EMPTY : u32(read));

const readersBody = (certificates: Uint8Array[]) =>
  concat(u8(certificates.length), ...certificates.map(lp));

/** Kind and body of a content. */
export function encodeContent(content: Sendable): { kind: number; body: Uint8Array } {
  switch (content.type) {
    case 'noop':
    case 'close':
    case 'delete':
    case 'typing':
    case 'clear':
      return { kind: KIND[content.type], body: EMPTY };
    case 'text':
      return { kind: KIND.text, body: utf8(content.text) };
    case 'ack':
      return { kind: KIND.ack, body: ackBody(content.read) };
    case 'park-key':
      return { kind: KIND.parkKey, body: content.publicKey };
    case 'readers':
      return { kind: KIND.readers, body: readersBody(content.certificates) };
    case 'consent-request':
      return { kind: KIND.consentRequest, body: content.body };
    case 'consent-grant':
      return { kind: KIND.consentGrant, body: content.body };
    case 'consent-withdraw':
      return { kind: KIND.consentWithdraw, body: content.body };
    case 'prefs':
      return { kind: KIND.prefs, body: encodePrefs(content.prefs) };
  }
}

function empty<T extends Content>(body: Uint8Array, content: T): T {
  must(body.length === 0);
  return content;
}

function decodeReaders(body: Uint8Array): Uint8Array[] {
  const r = reader(body);
  const certificates = Array.from({ length: r.u8() }, () => r.lp());
  r.end();
  return certificates;
}

function decodeAck(body: Uint8Array): number | null {
  if (body.length === 0) return null;
  const r = reader(body);
  const read = r.u32();
  r.end();
  return read;
}

function decodeKnown(kind: number, body: Uint8Array): Content {
  switch (kind) {
    case KIND.noop:
      // The body of a NOOP means nothing, so nothing in it can be wrong.
      return { type: 'noop' };
    case KIND.text:
      return { type: 'text', text: fromUtf8(body) };
    case KIND.ack:
      return { type: 'ack', read: decodeAck(body) };
    case KIND.parkKey:
      must(body.length === X_WING.publicKey);
      return { type: 'park-key', publicKey: body };
    case KIND.close:
      return empty(body, { type: 'close' });
    case KIND.delete:
      return empty(body, { type: 'delete' });
    case KIND.readers:
      return { type: 'readers', certificates: decodeReaders(body) };
    case KIND.consentRequest:
      return { type: 'consent-request', body };
    case KIND.consentGrant:
      return { type: 'consent-grant', body };
    case KIND.consentWithdraw:
      return { type: 'consent-withdraw', body };
    case KIND.prefs:
      return { type: 'prefs', prefs: decodePrefs(body) };
    case KIND.typing:
      return empty(body, { type: 'typing' });
    case KIND.clear:
      return empty(body, { type: 'clear' });
    default:
      return { type: 'unknown', kind };
  }
}

/**
 * What a body says. Never throws: an unknown kind, or a known one whose body breaks its layout,
 * comes back as `unknown`, since the message was authentic and has its place in the transcript.
 */
export function decodeContent(kind: number, body: Uint8Array): Content {
  return orNull(() => decodeKnown(kind, body)) ?? { type: 'unknown', kind };
}

/** Whether a message asks for an ACK of its own; else two clients would acknowledge for ever. */
export const wantsAck = (content: Content): boolean =>
  content.type !== 'ack' && content.type !== 'noop' && content.type !== 'typing';
