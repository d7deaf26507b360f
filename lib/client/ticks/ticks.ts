/** What happened to an own message (reading g). Only `sent` rests on the server's word. */
export type Tick = 'waiting' | 'sent' | 'delivered' | 'read';

/** How far the other side came with our messages of one session; numbers are `seq`. */
export type Mark = {
  /** Everything of that session below arrived there. */
  delivered: number;
  /** Everything of that session below was on a visible screen there. */
  read: number;
};

/** What the other side said, inside the ratchet: of the session now, and of those before a repair. */
export type PeerMarks = Mark & { earlier: readonly Mark[] };

export const noMarks: PeerMarks = { delivered: 0, read: 0, earlier: [] };

// The upper half of a seq is the number of its session (reading 1).
const sessionOf = (seq: number): number => seq >>> 16;
const firstOf = (session: number): number => session * 0x10000;

/**
 * The tick of one message. An acknowledgement says nothing of the sessions before its own: what was sent
 * again after a repair stays at "sent".
 * @param seq its number in the ratchet; null while it is only in the outbox
 */
export function tickOf(seq: number | null, marks: PeerMarks): Tick {
  if (seq === null) return 'waiting';
  const session = sessionOf(seq);
  const mark = [marks, ...marks.earlier].find(({ delivered }) => sessionOf(delivered) === session);
  if (!mark) return 'sent';
  if (seq < mark.read) return 'read';
  return seq < mark.delivered ? 'delivered' : 'sent';
}

/** Marks never go back: an acknowledgement that arrives late must not take a tick away. */
export function raise(marks: PeerMarks, news: Partial<Mark>): PeerMarks {
  const delivered = Math.max(news.delivered ?? 0, news.read ?? 0);
  const read = news.read ?? 0;
  const session = sessionOf(delivered);
  const { earlier, ...now } = marks;
  if (session < sessionOf(now.delivered)) return marks;
  if (session > sessionOf(now.delivered)) {
    return { delivered, read: Math.max(read, firstOf(session)), earlier: [now, ...earlier] };
  }
  return {
    delivered: Math.max(now.delivered, delivered),
    read: Math.max(now.read, read),
    earlier,
  };
}
