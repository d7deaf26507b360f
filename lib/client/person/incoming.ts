import {
  type PersonResult,
  type PersonSession,
  receiveAsPerson,
} from '#lib/crypto/conversation/person.ts';
import type { Received } from '#lib/crypto/conversation/receive.ts';
import { isClaimed } from '#lib/crypto/conversation/session-state.ts';
import { wantsAck } from '#lib/crypto/messages/content.ts';
import { FRAME } from '#lib/crypto/messages/kinds.ts';
import type { Expected } from '#lib/crypto/organisation/team-bundle.ts';
import { raise } from '../ticks/ticks.ts';
import {
  addCard,
  addNotice,
  addTheirs,
  callBack,
  clearScreen,
  endBy,
  type PersonView,
} from './view.ts';

/** Session and view, before and after a frame. */
export type Both = { session: PersonSession; view: PersonView };

/**
 * What a frame did. `owes`: the counsellor's side waits to hear that it arrived. `broken`: it does not open,
 * or both sides no longer agree on what was said. `early`: the CLAIM in front of it has not come; nothing was done.
 */
export type Taken = Both & { owes: boolean; typing: boolean; broken: boolean; early: boolean };

function takeMessage(view: PersonView, { content, seq, minute, gap }: Received): PersonView {
  const shown = gap ? addNotice(view, 'missing') : view;
  switch (content.type) {
    case 'text':
      return addTheirs({ ...shown, counsellorTyping: false }, seq, content.text, minute);
    case 'close':
      return endBy(shown, 'counsellor');
    case 'clear':
      return clearScreen(shown);
    case 'consent-request':
      return addCard(shown, seq, content.body);
    case 'consent-withdraw':
      return callBack(shown, content.body);
    case 'typing':
      return { ...view, counsellorTyping: view.phase.kind === 'open' };
    default:
      return shown;
  }
}

function takeResult(view: PersonView, result: PersonResult): PersonView {
  switch (result.type) {
    case 'claimed': {
      const counsellor = result.counsellor.displayName;
      // Whoever has ended the chat is not brought back into it by an answer that came too late.
      if (view.phase.kind === 'ended') return takeResult({ ...view, counsellor }, result.first);
      const joined: PersonView = { ...view, phase: { kind: 'open' }, counsellor };
      // The same people on fresh keys: nobody new has come.
      const met = view.repairing
        ? addNotice({ ...joined, repairing: false }, 'repaired')
        : addNotice(joined, 'joined');
      return takeResult(met, result.first);
    }
    case 'message':
      return takeMessage(view, result.message);
    case 'unreadable':
      return addNotice(view, 'unreadable');
    case 'quarantined':
      return { ...view, quarantined: true, counsellorTyping: false };
    case 'duplicate':
    case 'stale':
      return view;
  }
}

const messageOf = (result: PersonResult): Received | null => {
  if (result.type === 'claimed') return messageOf(result.first);
  return result.type === 'message' ? result.message : null;
};

function isBroken(result: PersonResult): boolean {
  if (result.type === 'claimed') return isBroken(result.first);
  return result.type === 'unreadable' || result.type === 'quarantined';
}

/**
 * Opens one frame of the counsellor's side. A CLAIM that does not check out, and anything else that
 * does not open, leaves the session as it was: the person waits on, whatever the server sent.
 */
export function takeFrame(before: Both, blob: Uint8Array, expected: Expected): Taken {
  const { session, result } = receiveAsPerson(before.session, blob, expected);
  const message = messageOf(result);
  const waiting = before.view.phase.kind === 'opening' || before.view.phase.kind === 'waiting';
  // Nobody has answered, as far as is known here: what does not open may be what they said behind their CLAIM. A CLAIM
  // that does not answer a repair is no such thing.
  const early =
    result.type === 'unreadable' &&
    !isClaimed(before.session.core) &&
    (waiting || blob[1] !== FRAME.claim);
  const view = early ? before.view : takeResult(before.view, result);
  return {
    session,
    view: {
      ...view,
      marks: raise(view.marks, { delivered: session.acknowledged, read: session.read }),
    },
    // The CLAIM itself is answered too: only then may the counsellor's side forget its START keys.
    owes: result.type === 'claimed' || (message !== null && wantsAck(message.content)),
    typing: message?.content.type === 'typing',
    broken: !waiting && !early && isBroken(result),
    early,
  };
}
