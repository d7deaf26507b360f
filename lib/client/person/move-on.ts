import type { PersonChat } from './person-chat.ts';
import { finish } from './traffic.ts';
import { newView, type PersonPhase, type PersonView } from './view.ts';

/**
 * What became of "Talk to someone else". Unless it is `accepted` the first chat is as it was. `dropped`: it was
 * not wanted any more.
 */
export type MoveOutcome = 'accepted' | 'dropped' | 'full' | 'closed' | 'failed';

type Chat = { getSnapshot: () => PersonView; subscribe: (listener: () => void) => () => void };
type NewChat = Chat & { abandon: () => void };

/** The work of a start among many takes twenty seconds at most, and a server may be gone for a while. In ms. */
const ANSWER_MS = 40_000;

/** A counsellor who came back, a chat that was ended, left or is being deleted: then nobody moves on. */
function isStillWanted({ phase, counsellorPresent, erasure }: PersonView): boolean {
  if (erasure !== null) return false;
  if (phase.kind === 'ended') return phase.by !== 'us';
  return phase.kind === 'open' && !counsellorPresent;
}

function outcomeOf(first: PersonView, next: PersonPhase): MoveOutcome | null {
  if (!isStillWanted(first)) return 'dropped';
  if (next.kind === 'opening') return null;
  if (next.kind !== 'refused') return 'accepted';
  if (next.why === 'full') return 'full';
  return next.why === 'other' ? 'failed' : 'closed';
}

/**
 * Waits until the server has let the new chat in. Only then is there a place to go to, so only then may the
 * first one end: nobody who asks for somebody else is left with nobody. A new chat that comes to nothing is
 * taken back.
 */
export function waitForPlace(
  first: Chat,
  next: NewChat,
  later: (ms: number, run: () => void) => () => void,
): Promise<MoveOutcome> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const settle = (outcome: MoveOutcome) => {
      for (const stop of stops) stop();
      stops.length = 0;
      if (outcome !== 'accepted') next.abandon();
      resolve(outcome);
    };
    const look = () => {
      const outcome = outcomeOf(first.getSnapshot(), next.getSnapshot().phase);
      if (outcome) settle(outcome);
    };
    stops.push(first.subscribe(look), next.subscribe(look));
    stops.push(later(ANSWER_MS, () => settle('failed')));
    look();
  });
}

/** How long the server has to hear that the first chat is over, while the new one already waits. In ms. */
const END_MS = 30_000;

/** The chat that was moved on from, and what takes the page's hands off it. */
type First = Pick<PersonChat, 'end' | 'deletion' | 'earlier' | 'parts'> & {
  letGo: (last: () => void) => void;
};

/**
 * Ends the chat that was moved on from. What was said in it and its keys go; what deletes it stays with the new
 * one, whose "Delete everything" means both.
 */
export function leaveBehind(
  first: First,
  next: Pick<PersonChat, 'earlier'>,
  later: (ms: number, run: () => void) => () => void,
): void {
  const { deletion, parts } = first;
  let isOver = false;
  let isDropped = false;
  const drop = () => {
    isDropped = true;
    if (isOver) deletion.forget();
  };
  next.earlier.push({ deletion, drop }, ...first.earlier);
  const over = () => {
    isOver = true;
    finish(parts, 'us');
    parts.store.set(newView);
    if (isDropped) deletion.forget();
  };
  const cancel = later(END_MS, () => first.letGo(over));
  void first.end().then(() => {
    cancel();
    first.letGo(over);
  });
}
