import type { HelpEvent } from '#lib/protocol/help-events.ts';
import { newFrame, noise } from '../realtime/test-people.ts';
import type { Held } from './test-cast.ts';

/** Who may send an event of `/help`: only whoever holds the mailbox's token. */
export type HelpRight = {
  /** Right, sent by the page that has shown the token of `ours`. */
  request(ours: Held): object;
  /** A page that has shown no token sends that. */
  unattached: 'not_attached' | 'ok';
  /** A page that has shown the token of another mailbox sends that, for its own. `ok`: of its own. */
  elsewhere: 'ok' | 'not_allowed';
  /** A page whose chat no counsellor has answered yet sends that, for its own. */
  unanswered?: 'not_allowed';
  /** What such an answer says besides `ok`. */
  told?: object;
  /** The same request with a token that is not the mailbox's, where it carries one. */
  forged?: (ours: Held) => object;
};

const forgedToken = (ours: Held) => ({ mailboxId: ours.mailboxId, token: noise(32) });

/** Every event of `/help`. A new event needs a row here: say who may send it, and who may not. */
export const helpRights: { [E in HelpEvent]: HelpRight } = {
  // The token is in the request, so whoever holds it may come from anywhere.
  'mailbox:open': {
    request: ({ opening }) => opening,
    unattached: 'ok',
    elsewhere: 'ok',
    forged: ({ opening }) => ({ ...opening, token: noise(32) }),
  },
  'mailbox:attach': {
    request: ({ mailboxId, token }) => ({ mailboxId, token }),
    unattached: 'ok',
    elsewhere: 'ok',
    forged: forgedToken,
  },
  'frame:send': {
    request: ({ waitingFrameId }) => ({ ...newFrame(), frameId: waitingFrameId }),
    unattached: 'not_attached',
    elsewhere: 'not_allowed',
  },
  'frame:confirm': {
    request: ({ waitingFrameId, first }) => ({ frameIds: [waitingFrameId, first.frameId] }),
    unattached: 'not_attached',
    elsewhere: 'ok',
  },
  'chat:end': {
    request: ({ waitingFrameId }) => ({ last: { ...newFrame(), frameId: waitingFrameId } }),
    unattached: 'not_attached',
    elsewhere: 'not_allowed',
  },
  'chat:delete': {
    request: ({ mailboxId, token }) => ({ mailboxId, token }),
    unattached: 'ok',
    elsewhere: 'ok',
    forged: forgedToken,
  },
  // What a page registers or takes back is its own: hashes and a secret that only it knows.
  'consent:register': {
    request: () => ({ refHash: noise(32), bodyHash: noise(32) }),
    unattached: 'not_attached',
    elsewhere: 'ok',
    unanswered: 'not_allowed',
  },
  'consent:state': {
    request: () => ({ refHash: noise(32), bodyHash: noise(32) }),
    unattached: 'not_attached',
    elsewhere: 'ok',
    told: { left: false },
  },
  'consent:withdraw': {
    request: () => ({ consentRef: noise(16) }),
    unattached: 'not_attached',
    elsewhere: 'ok',
  },
};
