import { said } from '#lib/crypto/tests/world.ts';
import { waiting } from './test-talk.ts';
import { type PersonView, tickOf } from './view.ts';

/** One thing that happens; a number: so many ms go by. */
export type Move =
  | number
  | ('nothing' | 'they take' | 'they write' | 'they type' | 'they read' | 'they clear')
  | ('they propose' | 'they go' | 'they come' | 'they close')
  | ('we write' | 'we look' | 'we look away' | 'we read on' | 'we erase' | 'we undo' | 'we end')
  | ('line lost' | 'line back' | 'answers lost' | 'answers come' | 'hush' | 'heard')
  | ('too many' | 'unavailable' | 'server well');

/** A desk that is there acknowledges within so long, in ms; a repair is a story of its own. */
const DESK_ACKS_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

type World = Awaited<ReturnType<typeof waiting>>;

/** Whether the chat itself hears what the server tells; a connection that only deletes is told nothing unasked. */
function watchPortal({ relay }: World) {
  const { close, onConnection } = relay.portal;
  const line = { isClosed: false, isHeard: () => relay.state.connected && !isDeaf };
  let isDeaf = false;
  relay.portal.close = () => {
    line.isClosed = true;
    isDeaf = true;
    close();
  };
  relay.portal.onConnection = (listener) => {
    line.isClosed = false;
    onConnection(listener);
  };
  return line;
}

/** The counsellor's side and the server, as far as a story needs them. */
function otherSide(world: World) {
  const { relay, desk } = world;
  const line = watchPortal(world);
  const told = { taken: false, here: true, over: false, theirs: [] as string[], clears: 0 };
  relay.view.counsellorPresent = false;
  const canSay = () => told.taken && told.here && !told.over;
  const says = (content: Parameters<typeof desk.say>[0]['content']) => {
    if (canSay()) desk.say({ content, minute: 0 });
  };
  const isHere = (present: boolean) => {
    told.here = present;
    if (!told.taken) return;
    relay.view.counsellorPresent = present;
    if (line.isHeard()) relay.tell('counsellor:presence', { present });
  };
  return {
    ...{ told, line, says, isHere },
    write(text: string) {
      if (!canSay()) return;
      told.theirs.push(text);
      desk.say(said(text));
    },
    ack() {
      if (!canSay()) return;
      desk.open();
      says({ type: 'ack', read: desk.heard() });
    },
    take() {
      if (told.taken || told.over || line.isClosed || relay.stored.length === 0) return;
      desk.take(said('Hoi.'));
      told.theirs.push('Hoi.');
      told.taken = true;
      isHere(true);
    },
    clear() {
      if (!canSay()) return;
      says({ type: 'clear' });
      told.theirs = [];
      told.clears += 1;
    },
    end() {
      if (!canSay()) return;
      says({ type: 'close' });
      told.over = true;
      relay.view.state = 'closed';
      if (line.isHeard()) relay.tell('mailbox:closed', {});
    },
  };
}

function movesOf({ relay, chat }: World, other: ReturnType<typeof otherSide>, ours: string[]) {
  const { state } = relay;
  const lined = (work: () => unknown) => () => (other.line.isClosed ? undefined : work());
  const refuse = (code: typeof state.refuse) => {
    state.refuse = code;
  };
  let n = 0;
  return {
    nothing() {},
    'they take': () => other.take(),
    'they write': () => {
      n += 1;
      other.write(`zij ${n}`);
    },
    'they type': () => other.says({ type: 'typing' }),
    'they read': () => other.ack(),
    'they clear': () => other.clear(),
    'they propose': () => other.says({ type: 'consent-request', body: new Uint8Array([1]) }),
    'they go': () => other.isHere(false),
    'they come': () => other.isHere(true),
    'they close': () => other.end(),
    'we write': () => {
      n += 1;
      if (chat.send(`wij ${n}`) === 'sent') ours.push(`wij ${n}`);
    },
    'we look': () => chat.setVisible(true),
    'we look away': () => chat.setVisible(false),
    'we read on': () => chat.readOn(),
    'we erase': () => chat.erase(),
    'we undo': () => chat.undoErase(),
    'we end': () => void chat.end(),
    'line lost': lined(() => relay.connect(false)),
    'line back': lined(() => relay.connect(true)),
    'answers lost': () => {
      state.loseAnswers = true;
    },
    'answers come': () => {
      state.loseAnswers = false;
    },
    hush: () => other.line.isHeard() && relay.hush(true),
    heard: () => other.line.isHeard() && relay.hush(false),
    'too many': () => refuse('too_many'),
    unavailable: () => refuse('unavailable'),
    'server well': () => refuse(null),
  } satisfies Record<Exclude<Move, number>, () => unknown>;
}

/** Things that somebody has to end, as the person's screen shows them. */
export const openEnds = (view: PersonView) =>
  ({
    typing: view.counsellorTyping,
    waiting: view.entries.some((entry) => tickOf(view, entry) === 'waiting'),
    trouble: view.line === 'offline' || view.line === 'server_down',
    away: view.phase.kind === 'open' && !view.counsellorPresent,
    orphaned: view.orphaned,
    'may move on': view.mayMoveOn,
    cleared: view.cleared,
    erasing: view.erasure !== null,
    ended: view.phase.kind === 'ended',
  }) as const;

/** A chat to which anything happens in any order, with the other side on the real cryptography. */
export async function story(name: string) {
  const world = await waiting(name);
  const { chat, clock, texts } = world;
  const other = otherSide(world);
  const ours: string[] = [];
  const moves = movesOf(world, other, ours);
  async function pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= DESK_ACKS_MS) {
      await clock.advance(Math.min(left, DESK_ACKS_MS));
      other.ack();
    }
  }
  return {
    ...{ chat, clock, ours, told: other.told, texts },
    async play(move: Move): Promise<void> {
      if (typeof move === 'number') await pass(move);
      else await moves[move]();
      await clock.advance(0);
    },
    /** All that is on its way arrives, and a day goes by. */
    async settle(): Promise<void> {
      for (const move of ['server well', 'answers come', 'we undo', 'line back'] as const)
        await this.play(move);
      for (const move of ['heard', 'we look', 'we read on', 5000] as const) await this.play(move);
      for (const move of ['they take', 'they read', 10_000, 'they read'] as const)
        await this.play(move);
      await clock.advance(DAY_MS);
    },
  };
}
