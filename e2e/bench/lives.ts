import { newCheckpoint, newFrame, newRecord } from './bodies.ts';
import { ask, type Chat } from './chats.ts';

// How a message lives. Each returns when its last promise is kept; `heard` makes sure that what was
// acknowledged also arrived, once.

type Told = { mailboxId: string; frame: { frameId: string } };

/** Frames on their way to one side of a chat; each is waited for by its id. */
export type Arrivals = {
  expect(frameId: string): Promise<void>;
  /** Frames that came although nobody waited for them: sent twice, or another chat's. */
  strange(): number;
};

function createArrivals(): Arrivals & { arrived(frameId: string): void } {
  const waiting = new Map<string, () => void>();
  let strange = 0;
  return {
    expect: (frameId) => new Promise((resolve) => waiting.set(frameId, resolve)),
    strange: () => strange,
    arrived(frameId) {
      const resolve = waiting.get(frameId);
      if (resolve === undefined) {
        strange += 1;
        return;
      }
      waiting.delete(frameId);
      resolve();
    },
  };
}

export type LivingChat = Chat & {
  atDesk: Arrivals;
  atPerson: Arrivals;
  /** Frames that arrived and are not confirmed yet, by the two sides. */
  unconfirmed: { desk: string[]; person: string[] };
};

/** Hears what arrives at both ends of every chat. */
export function listenTo(chats: readonly Chat[]): LivingChat[] {
  const byMailbox = new Map<string, (frameId: string) => void>();
  for (const desk of new Set(chats.map((chat) => chat.desk))) {
    desk.on('frame:arrived', ({ mailboxId, frame }: Told) =>
      byMailbox.get(mailboxId)?.(frame.frameId),
    );
  }
  return chats.map((chat) => {
    const [atDesk, atPerson] = [createArrivals(), createArrivals()];
    byMailbox.set(chat.mailboxId, atDesk.arrived);
    chat.person.on('frame:arrived', ({ frameId }) => atPerson.arrived(frameId));
    return { ...chat, atDesk, atPerson, unconfirmed: { desk: [], person: [] } };
  });
}

/** Frames that a side confirms at once where a load is not about confirming. */
const batch = 64;

/** (a) Person to counsellor: acknowledged after the frame's commit, and arrived. */
export async function personWrites(chat: LivingChat): Promise<void> {
  const frame = newFrame();
  const arrived = chat.atDesk.expect(frame.frameId);
  await ask(chat.person, 'frame:send', frame);
  await arrived;
  const { desk } = chat.unconfirmed;
  desk.push(frame.frameId);
  if (desk.length >= batch) void confirmAtDesk(chat, desk.splice(0), []);
}

/** (b) Counsellor to person: acknowledged after the commit of frame and checkpoint, and arrived. */
export async function deskWrites(chat: LivingChat): Promise<void> {
  const frame = newFrame();
  const arrived = chat.atPerson.expect(frame.frameId);
  await deskSends(chat, frame, []);
  await arrived;
  const { person } = chat.unconfirmed;
  person.push(frame.frameId);
  if (person.length >= batch)
    void ask(chat.person, 'frame:confirm', { frameIds: person.splice(0) });
}

/**
 * (c) The whole life: the frame is stored and arrives, the counsellor confirms it with a checkpoint and
 * an archive row, which deletes it, and sends a receipt with a checkpoint; the person confirms that,
 * which deletes it, too.
 */
export async function wholeLife(chat: LivingChat): Promise<void> {
  const frame = newFrame();
  const arrived = chat.atDesk.expect(frame.frameId);
  await Promise.all([ask(chat.person, 'frame:send', frame), arrived]);
  await receive(chat, frame.frameId);
}

/** What both sides do once a frame of the person arrived. */
export async function receive(chat: LivingChat, frameId: string): Promise<void> {
  chat.i += 1;
  await confirmAtDesk(chat, [frameId], [newRecord(chat.i - 1)]);
  const receipt = newFrame();
  const told = chat.atPerson.expect(receipt.frameId);
  await Promise.all([deskSends(chat, receipt, []), told]);
  await ask(chat.person, 'frame:confirm', { frameIds: [receipt.frameId] });
}

/**
 * Text both ways with its receipts, as two people have it who talk.
 * @returns milliseconds from sending to arriving at the other side
 */
export async function text(chat: LivingChat, from: 'person' | 'desk'): Promise<number> {
  const frame = newFrame();
  const since = performance.now();
  const to = from === 'person' ? chat.atDesk : chat.atPerson;
  const arrived = to.expect(frame.frameId).then(() => performance.now() - since);
  if (from === 'person') {
    await Promise.all([ask(chat.person, 'frame:send', frame), arrived]);
    await receive(chat, frame.frameId);
    return arrived;
  }
  chat.i += 1;
  await Promise.all([deskSends(chat, frame, [newRecord(chat.i - 1)]), arrived]);
  await ask(chat.person, 'frame:confirm', { frameIds: [frame.frameId] });
  const receipt = newFrame();
  const told = chat.atDesk.expect(receipt.frameId);
  await Promise.all([ask(chat.person, 'frame:send', receipt), told]);
  await confirmAtDesk(chat, [receipt.frameId], []);
  return arrived;
}

function deskSends(
  chat: LivingChat,
  frame: ReturnType<typeof newFrame>,
  archive: readonly object[],
) {
  chat.n += 1;
  const { mailboxId, desk, n } = chat;
  return ask(desk, 'conversation:send', {
    mailboxId,
    frame,
    checkpoint: newCheckpoint(n),
    archive,
  });
}

function confirmAtDesk(chat: LivingChat, received: string[], archive: readonly object[]) {
  chat.n += 1;
  const { mailboxId, desk, n } = chat;
  const request = { mailboxId, received, checkpoint: newCheckpoint(n), archive };
  return ask(desk, 'conversation:confirm', request);
}
