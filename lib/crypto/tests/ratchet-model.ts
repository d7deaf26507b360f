/**
 * The oracle of the ratchet's state machine: what a chat through a bad relay must look like,
 * told with lists and sets, without one line of cryptography.
 */
export type Parcel = {
  to: 0 | 1;
  seq: number;
  chain: number;
  n: number;
  previous: number;
  frame: Uint8Array;
  text: string;
};

type Key = `${number}/${number}`;

export type ModelSide = {
  /** own sending chain, null until the next send draws one */
  chain: number | null;
  sent: number;
  previousSent: number;
  nextSeq: number;
  /** the peer's chain that is being received */
  peerChain: number | null;
  received: number;
  skipped: Key[];
  arrived: Set<number>;
  shown: string[];
  quarantined: boolean;
};

/** After the CLAIM and its first message (seq 0 of each side went in START and B). */
export const modelSides = (): [person: ModelSide, desk: ModelSide] => {
  const side = { previousSent: 0, skipped: [], shown: [], quarantined: false };
  const seen = { nextSeq: 1 };
  return [
    { ...side, ...seen, chain: null, sent: 0, peerChain: 0, received: 1, arrived: new Set([0]) },
    { ...side, ...seen, chain: 0, sent: 1, peerChain: null, received: 0, arrived: new Set([0]) },
  ];
};

/** The lowest number that has not arrived. */
export function ackOf(side: ModelSide): number {
  let ack = 0;
  while (side.arrived.has(ack)) ack++;
  return ack;
}

/** A send: which chain and number it gets. `draw` names a new chain. */
export function modelSend(side: ModelSide, draw: () => number) {
  if (side.chain === null) side.chain = draw();
  return { seq: side.nextSeq++, chain: side.chain, n: side.sent++, previous: side.previousSent };
}

function skip(side: ModelSide, until: number): void {
  for (; side.received < until; side.received++)
    side.skipped.push(`${side.peerChain ?? -1}/${side.received}`);
  side.skipped = side.skipped.slice(-16);
}

function opens(side: ModelSide, p: Parcel): boolean {
  const key: Key = `${p.chain}/${p.n}`;
  if (side.skipped.includes(key)) {
    side.skipped = side.skipped.filter((one) => one !== key);
    return true;
  }
  if (p.chain === side.peerChain && p.n < side.received) return false;
  if (side.peerChain !== null && p.chain < side.peerChain) return false;
  if (p.chain !== side.peerChain) {
    if (side.peerChain !== null) skip(side, p.previous);
    Object.assign(side, { peerChain: p.chain, received: 0, chain: null });
    Object.assign(side, { previousSent: side.sent, sent: 0 });
  }
  skip(side, p.n);
  side.received++;
  return true;
}

/** A delivery: what the receiver must say about it. */
export function modelDeliver(side: ModelSide, p: Parcel): string {
  if (side.quarantined) return 'quarantined';
  if (!opens(side, p)) return 'unreadable';
  const inOrder = p.seq === ackOf(side);
  side.arrived.add(p.seq);
  const waiting = [...side.arrived].filter((seq) => seq > ackOf(side)).length;
  if (waiting > 16) {
    side.quarantined = true;
    return 'quarantined';
  }
  side.shown.push(p.text);
  return inOrder ? 'message' : 'gap';
}
