import type { Attendance } from '#lib/protocol/help-events.ts';
import { noMarks, type PeerMarks, type Tick, tickOf as tickOfSeq } from '../ticks/ticks.ts';

/** How far an own message came (reading g). `failed`: it will not be stored any more. */
export type PersonTick = Tick | 'failed';

/** Lines of our own between the messages. */
export type PersonNotice = 'joined' | 'cleared' | 'missing' | 'unreadable' | 'repaired';

export type PersonEntry =
  | {
      kind: 'message';
      id: string;
      from: 'us';
      text: string;
      minute: number;
      seq: number;
      state: 'waiting' | 'stored' | 'failed';
    }
  | { kind: 'message'; id: string; from: 'them'; text: string; minute: number; seq: number }
  | { kind: 'notice'; id: string; notice: PersonNotice }
  /** Here a proposed signal arrived; `id` is that of its card. */
  | { kind: 'card'; id: string };

export type PersonPhase =
  | { kind: 'opening' }
  /** `place` counts from 1; null until the server has said it. */
  | { kind: 'waiting'; place: number | null; attendance: Attendance }
  | { kind: 'open' }
  /** `unknown`: the server says so, and nobody inside the conversation does. */
  | { kind: 'ended'; by: 'us' | 'counsellor' | 'unknown' }
  /** `not_open`: by its hours; `off_duty`: nobody is there. */
  | { kind: 'refused'; why: 'full' | 'not_open' | 'off_duty' | 'other' };

/** `back`: connected again a moment ago. `offline`: this device has no internet, as far as it knows. */
export type PersonLine = 'connecting' | 'connected' | 'offline' | 'server_down' | 'back';

/** Where a proposed signal stands. `failed`: the yes could not be given, and nothing is shared. */
export type CardState =
  | 'asked'
  | 'sharing'
  | 'yes'
  | 'no'
  | 'later'
  | 'failed'
  | 'taking_back'
  /** asked for, and not done: it still stands, and can be asked again */
  | 'not_taken_back'
  | 'taken_back'
  /** taken back, and nobody said whether it had left before */
  | 'unsure'
  | 'too_late'
  /** the counsellor asks it no more; nothing was shared, whether or not a yes came after it */
  | 'off';

/** A proposed signal as it arrived; it is read by the code that comes with the card. */
export type ProposedCard = { id: string; body: Uint8Array; state: CardState };

/** What a person's screen shows. */
export type PersonView = {
  phase: PersonPhase;
  line: PersonLine;
  /** The work name out of the CLAIM; null while nobody answered. */
  counsellor: string | null;
  counsellorPresent: boolean;
  /** Gone for two minutes. */
  orphaned: boolean;
  /** Gone for five: the person may go on with somebody else. */
  mayMoveOn: boolean;
  counsellorTyping: boolean;
  /** Both sides no longer agree on what was said: nothing is sent or believed until it is repaired. */
  quarantined: boolean;
  /** A new session was begun, and the counsellor's side has not answered it yet. */
  repairing: boolean;
  /** The counsellor replaced the screen by a neutral text, until the person reads on. */
  cleared: boolean;
  entries: readonly PersonEntry[];
  cards: readonly ProposedCard[];
  /** Null: nobody asked to delete anything. */
  erasure: Erasure | null;
  /** How far own messages came. */
  marks: PeerMarks;
};

/** How far "Delete everything" came; from the first moment nothing of the chat is shown. */
export type Erasure =
  /** It can be taken back for so many seconds. */
  | { kind: 'undo'; seconds: number }
  /** Gone here; the server is being told. */
  | { kind: 'deleting' }
  /** Gone here; the server could not be told so far. */
  | { kind: 'not_yet' }
  | { kind: 'deleted' };

export const newView: PersonView = {
  phase: { kind: 'opening' },
  line: 'connecting',
  counsellor: null,
  counsellorPresent: true,
  orphaned: false,
  mayMoveOn: false,
  counsellorTyping: false,
  quarantined: false,
  repairing: false,
  cleared: false,
  entries: [],
  cards: [],
  erasure: null,
  marks: noMarks,
};

const add = (view: PersonView, entry: PersonEntry): PersonView => ({
  ...view,
  entries: [...view.entries, entry],
});

/** An own message, shown before it is stored. */
export function addOwn(view: PersonView, seq: number, text: string, minute: number): PersonView {
  const entry = { kind: 'message', id: `u${seq}`, from: 'us', text, minute, seq } as const;
  return add(view, { ...entry, state: 'waiting' });
}

/** A message of the counsellor; the same seq twice stands once. */
export function addTheirs(view: PersonView, seq: number, text: string, minute: number): PersonView {
  const id = `t${seq}`;
  if (view.entries.some((entry) => entry.id === id)) return view;
  return add(view, { kind: 'message', id, from: 'them', text, minute, seq });
}

/** A signal is proposed; the same message twice stands once. */
export function addCard(view: PersonView, seq: number, body: Uint8Array): PersonView {
  const id = `c${seq}`;
  if (view.cards.some((card) => card.id === id)) return view;
  const cards: readonly ProposedCard[] = [...view.cards, { id, body, state: 'asked' }];
  return add({ ...view, cards }, { kind: 'card', id });
}

/** States in which there is something to take back. */
const stillGiven: readonly CardState[] = ['yes', 'taking_back', 'not_taken_back', 'unsure'];

/** Whether it was agreed to; also while that is on its way. */
export const isGiven = (state: CardState): boolean =>
  state === 'sharing' || stillGiven.includes(state);

/**
 * The counsellor no longer asks what stands on the cards of this scope (kind 22, see `call-back.ts`). The code that
 * reads a card comes with it: here the part of its JSON suffices that no name in it can hold.
 */
export const callBack = (view: PersonView, [scope]: Uint8Array): PersonView => ({
  ...view,
  cards: view.cards.map((card) =>
    new TextDecoder().decode(card.body).includes('"scope":"case"') === (scope === 1)
      ? { ...card, state: 'off' }
      : card,
  ),
});

/** A line of our own between the messages; never the same one twice in a row. */
export function addNotice(view: PersonView, notice: PersonNotice): PersonView {
  const last = view.entries.at(-1);
  if (last?.kind === 'notice' && last.notice === notice) return view;
  return add(view, { kind: 'notice', id: `n${view.entries.length}`, notice });
}

/**
 * Somebody looks at the screen: nothing that was said is shown, now or later. A card says what happened to
 * them, so it goes too, unless they agreed to it: then it is the way to take it back.
 */
export function clearScreen(view: PersonView): PersonView {
  const cards = view.cards.filter(({ state }) => isGiven(state));
  const entries = cards.map(({ id }): PersonEntry => ({ kind: 'card', id }));
  return { ...view, cleared: true, entries, cards, counsellorTyping: false };
}

/** The person reads on: what came meanwhile, below a line that says why the rest is not there. */
export function readOn(view: PersonView): PersonView {
  if (!view.cleared) return view;
  const why: PersonEntry = { kind: 'notice', id: 'cleared', notice: 'cleared' };
  return { ...view, cleared: false, entries: [why, ...view.entries] };
}

/** The server answered for the own message with this seq: stored, or never to be. */
export function settle(view: PersonView, seq: number, state: 'stored' | 'failed'): PersonView {
  const entries = view.entries.map((entry) =>
    entry.kind === 'message' && entry.from === 'us' && entry.seq === seq
      ? { ...entry, state }
      : entry,
  );
  return { ...view, entries };
}

/** The chat is over: what was not stored by now never will be, and must not look as if it might. */
export function failWaiting(view: PersonView): PersonView {
  const entries = view.entries.map((entry) =>
    entry.kind === 'message' && entry.from === 'us' && entry.state === 'waiting'
      ? { ...entry, state: 'failed' as const }
      : entry,
  );
  return { ...view, entries };
}

/** A place that was announced never gets worse. */
export function moveTo(view: PersonView, place: number): PersonView {
  const { phase } = view;
  if (phase.kind !== 'opening' && phase.kind !== 'waiting') return view;
  const before = phase.kind === 'waiting' ? phase : { place: null, attendance: 'here' as const };
  const better = place < 1 ? null : Math.min(place, before.place ?? place);
  return { ...view, phase: { ...before, kind: 'waiting', place: better } };
}

/** Whether who waits can be answered. */
export function attendedBy(view: PersonView, attendance: Attendance): PersonView {
  const { phase } = view;
  return phase.kind === 'waiting' ? { ...view, phase: { ...phase, attendance } } : view;
}

/** Over; whoever said so first is believed. */
export function endBy(view: PersonView, by: 'us' | 'counsellor' | 'unknown'): PersonView {
  if (view.phase.kind === 'ended' || view.phase.kind === 'refused') return view;
  return { ...view, phase: { kind: 'ended', by }, counsellorTyping: false };
}

/** The tick beside an entry; null where none belongs. */
export function tickOf(view: PersonView, entry: PersonEntry): PersonTick | null {
  if (entry.kind !== 'message' || entry.from !== 'us') return null;
  const tick = tickOfSeq(entry.seq, view.marks);
  return tick === 'sent' && entry.state !== 'stored' ? entry.state : tick;
}
