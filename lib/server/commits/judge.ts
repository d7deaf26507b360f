import { limits } from '#lib/protocol/limits.ts';
import { judgeMissedSwap } from '../conversations/policy.ts';
import { direction } from '../mailboxes/types.ts';
import { type Changes, noChanges } from './changes.ts';
import type {
  ArrivedWrite,
  Box,
  NewCheckpoint,
  Outcome,
  StepWrite,
  StoreWrite,
  Write,
} from './types.ts';

/** What is stored of everything that a group touches. */
export type Known = {
  /** `fromPerson` counts the frames of the person that nobody confirmed. */
  boxes: ReadonlyMap<string, Box & { fromPerson: number }>;
  /** Frames that have the id of a new one. */
  frames: ReadonlyMap<string, { mailboxId: string; direction: number }>;
  /** Stored checkpoints; read only where a step did not fit, to tell a repeated one from a late one. */
  checkpoints: ReadonlyMap<string, NewCheckpoint | null>;
};

export type Judgement = {
  outcomes: Outcome[];
  changes: Changes;
  /** Mailboxes whose checkpoint must be known before these outcomes are true. */
  unread: Set<string>;
};

const notAllowed: Outcome = { ok: false, code: 'not_allowed' };

/** What is stored, as the writes that were decided so far leave it. */
type Draft = {
  known: Known;
  boxes: Map<string, Box & { fromPerson: number }>;
  frames: Map<string, { mailboxId: string; direction: number }>;
  changes: Changes;
  unread: Set<string>;
};

/** Decides write after write, each on what the ones before it leave. Pure. */
export function judgeGroup(known: Known, writes: readonly Write[]): Judgement {
  const draft: Draft = {
    known,
    boxes: new Map([...known.boxes].map(([id, box]) => [id, { ...box }])),
    frames: new Map(known.frames),
    changes: noChanges(),
    unread: new Set(),
  };
  const outcomes = writes.map((write) => judge(draft, write));
  return { outcomes, changes: draft.changes, unread: draft.unread };
}

function judge(draft: Draft, write: Write): Outcome {
  switch (write.kind) {
    case 'store':
      return store(draft, write);
    case 'arrived':
      return arrived(draft, write);
    case 'step':
      return step(draft, write);
  }
}

function store(draft: Draft, { mailboxId, frame }: StoreWrite): Outcome {
  const box = draft.boxes.get(mailboxId);
  if (box === undefined) return notAllowed;
  const same = draft.frames.get(frame.frameId);
  if (same !== undefined) {
    const isMine = same.mailboxId === mailboxId && same.direction === direction.fromPerson;
    return isMine ? { ok: true, isNew: false, box: { ...box } } : notAllowed;
  }
  if (box.state === 'closed') return { ok: false, code: 'closed' };
  if (box.fromPerson >= limits.waitingFrames) return { ok: false, code: 'too_many' };
  box.fromPerson += 1;
  addFrame(draft, mailboxId, direction.fromPerson, frame);
  return { ok: true, isNew: true, box: { ...box } };
}

function arrived(draft: Draft, { mailboxId, frameIds }: ArrivedWrite): Outcome {
  const box = draft.boxes.get(mailboxId);
  if (box === undefined) return notAllowed;
  dropFrames(draft, mailboxId, direction.fromCounsellor, frameIds);
  return { ok: true, isNew: true, box: { ...box } };
}

function step(draft: Draft, write: StepWrite): Outcome {
  const { mailboxId, checkpoint, frame } = write;
  const box = draft.boxes.get(mailboxId);
  const fits =
    box !== undefined &&
    box.leaseMemberId === write.memberId &&
    write.states.includes(box.state) &&
    box.checkpointN === checkpoint.n - 1;
  if (!fits) return missed(draft, write, box);
  if (frame !== null && draft.frames.has(frame.frameId)) return notAllowed;
  const before = { ...box };
  box.checkpointN = checkpoint.n;
  if (write.closes) box.state = 'closed';
  if (frame !== null) addFrame(draft, mailboxId, direction.fromCounsellor, frame);
  box.fromPerson -= write.received.length;
  dropFrames(draft, mailboxId, direction.fromPerson, write.received);
  // Only the last checkpoint of a group is ever read: the ones before it are not written at all.
  draft.changes.checkpoints.set(mailboxId, checkpoint);
  const expiresDay = write.expiresDay ?? draft.changes.boxes.get(mailboxId)?.expiresDay ?? null;
  draft.changes.boxes.set(mailboxId, { n: checkpoint.n, state: box.state, expiresDay });
  draft.changes.archive.push(...write.archive.map((record) => ({ mailboxId, ...record })));
  return { ok: true, isNew: true, box: before };
}

function missed(
  draft: Draft,
  { mailboxId, memberId, checkpoint }: StepWrite,
  box: Box | undefined,
): Outcome {
  if (box === undefined || box.leaseMemberId !== memberId) return notAllowed;
  const inGroup = draft.changes.checkpoints.get(mailboxId);
  if (inGroup === undefined && !draft.known.checkpoints.has(mailboxId)) draft.unread.add(mailboxId);
  const stored = inGroup ?? draft.known.checkpoints.get(mailboxId) ?? null;
  const judged = judgeMissedSwap({ mailbox: box, checkpoint: stored }, { memberId }, checkpoint);
  if (judged !== 'repeated') return { ok: false, code: judged };
  return { ok: true, isNew: false, box: { ...box } };
}

function addFrame(draft: Draft, mailboxId: string, way: number, frame: StoreWrite['frame']): void {
  draft.frames.set(frame.frameId, { mailboxId, direction: way });
  draft.changes.frames.set(frame.frameId, { mailboxId, direction: way, blob: frame.blob });
}

function dropFrames(
  draft: Draft,
  mailboxId: string,
  way: number,
  frameIds: readonly string[],
): void {
  for (const frameId of frameIds) {
    const added = draft.changes.frames.get(frameId);
    if (added === undefined) draft.changes.dropped.push({ mailboxId, direction: way, frameId });
    else if (added.mailboxId === mailboxId && added.direction === way) {
      draft.changes.frames.delete(frameId);
    }
  }
}
