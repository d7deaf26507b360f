import { concat, reader, u8, u16, u32 } from '../primitives/bytes.ts';

/** Bytes of an inner message before its body. */
export const INNER_HEADER = 31;

/** The longest body: the largest bucket less the header and one byte of padding. */
export const MAX_BODY = 16384 - INNER_HEADER - 1;

/**
 * The authenticated inside of every frame (protocol 2.7):
 * `kind u8 | seq u32 | ack u32 | peerT 16 | minute u32 | len u16 | body`.
 */
export type Inner = {
  /** one byte; unknown kinds are allowed, acknowledged and ignored */
  kind: number;
  /** session number * 65536 + count of this sender in this session */
  seq: number;
  /** the lowest seq of the peer in this session that has not arrived */
  ack: number;
  /** transcript over the peer's messages below `ack`, 16 bytes */
  peerT: Uint8Array;
  /** whole minutes since 1970 UTC, 0 for none */
  minute: number;
  body: Uint8Array;
};

/** The one encoding of an inner message. It is made once; every sending carries these bytes. */
export const encodeInner = (inner: Inner): Uint8Array =>
  concat(
    u8(inner.kind),
    u32(inner.seq),
    u32(inner.ack),
    inner.peerT,
    u32(inner.minute),
    u16(inner.body.length),
    inner.body,
  );

/**
 * Undoes `encodeInner`.
 * @throws BadFrame
 */
export function decodeInner(bytes: Uint8Array): Inner {
  const r = reader(bytes);
  const inner = {
    kind: r.u8(),
    seq: r.u32(),
    ack: r.u32(),
    peerT: r.take(16),
    minute: r.u32(),
    body: r.lp(),
  };
  r.end();
  return inner;
}
