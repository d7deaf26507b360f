import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import type { WritableStore } from '../store.ts';
import { type ChatState, rebuilt } from './chat-state.ts';
import type { DeskContext } from './desk-context.ts';
import { createLoop, ODD_MS } from './loop.ts';
import { withFlags } from './off-the-table.ts';
import { prepare } from './prepare.ts';
import type { Prepared } from './prepared.ts';
import { withOneQuestion } from './propose.ts';
import { restore } from './restore.ts';
import { nextLook, nextWork, type Work } from './work.ts';

/** Does what there is to do in one conversation, one step at a time. */
export type Runner = { wake: () => void; stop: () => void };

/** The server answered something that no repetition will change: nothing more can be stored. */
const ended = (prepared: Prepared, state: ChatState): ChatState => ({
  ...prepared.over(state),
  phase: 'ended',
});

/**
 * Each step is built from the last stored state and sent again with the same bytes until the server
 * has answered. README.md tells what happens when it never does.
 */
export function createRunner(context: DeskContext, store: WritableStore<ChatState>): Runner {
  const { mailboxId } = store.getSnapshot();
  const change = (step: (state: ChatState) => ChatState) => store.set(step(store.getSnapshot()));
  let last: Work['type'] | null = null;
  const loop = createLoop(context, next, () => nextLook(store.getSnapshot(), context.now()));

  function stored({ step, stored: apply }: Prepared): void {
    change((state) => ({ ...apply(state), held: step.next }));
    context.remember(mailboxId, step.next.mark);
  }

  // Somebody stored a checkpoint that was not expected: this very step, whose answer was lost, or
  // another window of the same member.
  async function catchUp(prepared: Prepared): Promise<void> {
    const asked = new Set(store.getSnapshot().inbox.map(({ frameId }) => frameId));
    const view = await context.read(mailboxId);
    if (loop.isStopped()) return;
    if (!view) return change((state) => ended(prepared, state));
    const before = store.getSnapshot().held.mark;
    const fresh = restore(context.member, view, before);
    if (!fresh.ok) return change((state) => ({ ...state, alarm: fresh.alarm }));
    const { mark } = prepared.step.next;
    if (equalBytes(fresh.held.mark.hash, mark.hash)) return stored(prepared);
    const seen = { frames: view.frames, closed: view.state === 'closed' };
    change((state) => withFlags(withOneQuestion(rebuilt(state, fresh, seen, asked))));
    context.remember(mailboxId, fresh.held.mark);
    // The server calls a state old that it shows as the newest.
    if (fresh.held.mark.n === before.n) await new Promise<void>((go) => context.later(ODD_MS, go));
  }

  async function settle(prepared: Prepared): Promise<void> {
    const { step } = prepared;
    const answer = await context.ask(step.event, step.request);
    if (loop.isStopped()) return;
    if (answer.ok) stored(prepared);
    else if (answer.code === 'stale') await catchUp(prepared);
    else if (answer.code === 'signed_out') loop.stop();
    else change((state) => ended(prepared, state));
  }

  // No step: nothing is built on keys that are lost, or on a state that is not the newest.
  async function close(): Promise<void> {
    const answer = await context.ask('conversation:close', { mailboxId });
    if (loop.isStopped()) return;
    if (!answer.ok && answer.code === 'signed_out') loop.stop();
    else change((state) => ({ ...state, phase: 'ended', closedBy: state.closedBy ?? 'us' }));
  }

  async function doWork(work: Work): Promise<void> {
    if (work.type === 'close') return close();
    const prepared = prepare(store.getSnapshot(), work, context);
    if (prepared) await settle(prepared);
    else change((current) => ({ ...current, alarm: 'quarantine' }));
  }

  function next(): Promise<void> | null {
    const work = loop.isStopped() ? null : nextWork(store.getSnapshot(), context.now(), last);
    last = work?.type ?? null;
    return work && doWork(work);
  }

  return loop;
}
