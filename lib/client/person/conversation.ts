import { hourOf, minuteOf } from '#lib/crypto/primitives/time-units.ts';
import type { Code } from '#lib/protocol/codes.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxView } from '#lib/protocol/help-events.ts';
import { everyStep } from '#lib/safety/every-step.ts';
import { createStore } from '../store.ts';
import { watchAbsence } from './absence.ts';
import { createArrivals } from './arrivals.ts';
import { createErasing } from './erasing.ts';
import { watchLink } from './link.ts';
import { createOutbox } from './outbox.ts';
import { change, type Held, newMailbox, type Parts } from './parts.ts';
import type { ChatMeans, ChatPrefs, ChatTarget, PersonChat } from './person-chat.ts';
import { createReceipts } from './receipts.ts';
import { beginRepair, createRepair, hearingOf } from './repair.ts';
import { prefsContent, seal } from './sealing.ts';
import { withStartWork } from './start-work.ts';
import { attach, finish, look, push, silence, takeView } from './traffic.ts';
import { attendedBy, endBy, moveTo, newView, type PersonView, readOn } from './view.ts';

function assemble(target: ChatTarget, prefs: ChatPrefs, means: ChatMeans) {
  const { session, start, mailboxId, token } = newMailbox(target, prefs, means);
  const held: Held = {
    ...{ session, prefs, opened: false, over: false, early: [], asking: 0 },
    ...{ visible: false, goodbye: undefined, consents: new Map(), unconfirmed: [] },
    ...{ working: new AbortController(), afterwards: new Set() },
  };
  const store = createStore<PersonView>(newView);
  const { teamId } = target.team;
  const receipts = createReceipts({
    ...means,
    sendAck: (read) => push(parts, { type: 'ack', read }, 0),
  });
  const parts: Parts = {
    ...{ target, means, mailboxId, token, held, store, receipts },
    link: watchLink({ ...means, onLine: (line) => change(parts, (view) => ({ ...view, line })) }),
    absence: watchAbsence(means, (orphaned, mayMoveOn) =>
      change(parts, (view) => ({ ...view, orphaned, mayMoveOn })),
    ),
    outbox: createOutbox({
      later: means.later,
      onDetached: () => void attach(parts),
      onStuck: (stuck) => parts.link.silence(stuck),
    }),
    arrivals: createArrivals({
      means,
      expected: () => ({ roots: target.roots, teamId, nowHour: hourOf(means.now()) }),
      both: () => ({ session: held.session, view: store.getSnapshot() }),
      adopt(both) {
        held.session = both.session;
        store.set(both.view);
      },
      receipts,
      onBroken: () => parts.repair.needed(),
      onEarly: () => void attach(parts),
    }),
    repair: createRepair(
      means,
      () => beginRepair(parts),
      (seq) => hearingOf(parts, seq),
    ),
  };
  return { parts, start };
}

function listen(parts: Parts): void {
  const { means, link, outbox, arrivals, held } = parts;
  const inStep = (work: () => void) => {
    if (held.early) held.early.push(work);
    else work();
  };
  means.portal.onConnection((connected) => {
    held.early = [];
    if (!connected) {
      outbox.setReady(false);
      return link.lost();
    }
    link.connected();
    if (held.opened) void attach(parts);
    else outbox.setReady(true);
  });
  means.portal.onSilence(link.silence);
  means.portal.on('frame:arrived', (frame) => inStep(() => arrivals.take(frame)));
  means.portal.on('queue:moved', ({ place }) =>
    inStep(() => change(parts, (view) => moveTo(view, place))),
  );
  means.portal.on('queue:attendance', ({ attendance }) =>
    inStep(() => change(parts, (view) => attendedBy(view, attendance))),
  );
  means.portal.on('counsellor:presence', ({ present }) =>
    inStep(() => {
      change(parts, (view) => ({ ...view, counsellorPresent: present, counsellorTyping: false }));
      parts.absence.told(present);
    }),
  );
  means.portal.on('mailbox:closed', () => inStep(() => finish(parts, 'unknown')));
  link.lost();
}

function whyRefused(code: Code) {
  if (code === 'full' || code === 'not_open') return code;
  return code === 'nobody_on_duty' ? 'off_duty' : 'other';
}

function begin(parts: Parts, first: Frame): void {
  const { target, means, mailboxId, token, held } = parts;
  const request = { organisationId: target.id, mailboxId, token, first };
  parts.outbox.add({
    send: withStartWork(means, held.working.signal, (work) =>
      means.portal.request('mailbox:open', { ...request, work }),
    ),
    stored: (answer: { ok: true } & MailboxView) => takeView(parts, answer),
    refused(code) {
      change(parts, (view) => ({ ...view, phase: { kind: 'refused', why: whyRefused(code) } }));
      silence(parts);
    },
  });
}

function isOver({ held, store }: Parts): boolean {
  return held.over || store.getSnapshot().phase.kind === 'ended';
}

function end(parts: Parts): Promise<void> {
  if (isOver(parts)) return Promise.resolve();
  const { means, held } = parts;
  const sealed = seal(held.session, { type: 'close' }, minuteOf(means.now()), means.random);
  if (sealed.ok) held.session = sealed.session;
  change(parts, (view) => endBy(view, 'us'));
  return new Promise((resolve) => {
    const over = () => {
      finish(parts, 'us');
      resolve();
    };
    parts.outbox.add({
      send: () => means.portal.request('chat:end', sealed.ok ? { last: sealed.frame } : {}),
      stored: over,
      refused: over,
    });
  });
}

function say(parts: Parts, text: string): 'sent' | 'too_long' | 'not_possible' {
  if (isOver(parts)) return 'not_possible';
  const pushed = push(parts, { type: 'text', text }, minuteOf(parts.means.now()), text);
  if (!pushed.ok) return pushed.code === 'too_long' ? 'too_long' : 'not_possible';
  parts.receipts.carried();
  if (parts.store.getSnapshot().phase.kind === 'open') parts.repair.said(pushed.seq);
  return 'sent';
}

function setPrefs(parts: Parts, changed: Partial<ChatPrefs>): void {
  const { held, means } = parts;
  const next = { ...held.prefs, ...changed };
  if (isOver(parts) || JSON.stringify(next) === JSON.stringify(held.prefs)) return;
  held.prefs = next;
  push(parts, prefsContent(next), minuteOf(means.now()));
}

/**
 * Opens a chat with a team: START with PREFS as its first message, then whatever is said.
 * @throws BadFrame for a team key that the checks of the site should have refused
 */
export function openPersonChat(target: ChatTarget, prefs: ChatPrefs, means: ChatMeans): PersonChat {
  const { parts, start } = assemble(target, prefs, means);
  listen(parts);
  begin(parts, start);
  const { store, held, mailboxId, token } = parts;
  const erasing = createErasing(parts);
  const closeSocket = () => {
    erasing.stop();
    silence(parts);
  };
  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    send: (text) => say(parts, text),
    setPrefs: (changed) => setPrefs(parts, changed),
    prefs: () => held.prefs,
    setVisible(visible) {
      held.visible = visible;
      look(parts);
    },
    readOn() {
      change(parts, readOn);
      look(parts);
    },
    end: () => end(parts),
    erase: erasing.begin,
    undoErase: erasing.undo,
    eraseNow: erasing.now,
    unfinishedErasure: erasing.unfinished,
    deletion: erasing.own,
    earlier: erasing.earlier,
    parts,
    address: () => ({ mailboxId, token }),
    closeSocket,
    forget() {
      const drops = erasing.earlier.map(({ drop }) => drop);
      everyStep([closeSocket, erasing.own.forget, ...drops, () => store.set(newView)]);
    },
  };
}
