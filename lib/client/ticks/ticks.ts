/** What happened to an own message (reading g). Only `sent` rests on the server's word. */
export type Tick = 'waiting' | 'sent' | 'delivered' | 'read';

/** What the other side said, inside the ratchet, about our messages; numbers are `seq`. */
export type PeerMarks = {
  /** Everything below arrived there. */
  delivered: number;
  /** Everything below was on a visible screen there. */
  read: number;
};

/**
 * The tick of one message.
 * @param seq its number in the ratchet; null while it is only in the outbox
 */
export function tickOf(seq: number | null, marks: PeerMarks): Tick {
  if (seq === null) return 'waiting';
  if (seq < marks.read) return 'read';
  return seq < marks.delivered ? 'delivered' : 'sent';
}

/** Marks never go back: an acknowledgement that arrives late must not take a tick away. */
export function raise(marks: PeerMarks, news: Partial<PeerMarks>): PeerMarks {
  return {
    delivered: Math.max(marks.delivered, news.delivered ?? 0, news.read ?? 0),
    read: Math.max(marks.read, news.read ?? 0),
  };
}
