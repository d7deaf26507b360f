import { isClaimed } from '#lib/crypto/conversation/session-state.ts';
import type { Sendable } from '#lib/crypto/messages/content.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import { minuteOf } from '#lib/crypto/primitives/time-units.ts';
import type { PoliceUnit } from '#lib/protocol/signal-terms.ts';
import { type Ask, afterTheEnd } from './after-the-end.ts';
import { type ConsentKeys, change, type Parts } from './parts.ts';
import { push } from './traffic.ts';
import { type CardState, isGiven, type PersonView } from './view.ts';

type Hashes = { refHash: Uint8Array; bodyHash: Uint8Array };

/**
 * What a chat lends to the code of consent cards, which comes as a chunk of its own when a proposal arrives.
 * Once the page is left nothing here answers any more: what waits for an answer goes no further.
 */
export type ConsentLine = {
  random: Random;
  /** ms since 1970 */
  now: () => number;
  /** Whom this session binds a consent to; null while nobody answered, or when the chat is over. */
  ground: () => { orgId: Uint8Array; resumeSecret: Uint8Array } | null;
  /** Who may receive signals, as the organisation signed it. */
  units: () => readonly PoliceUnit[];
  /** Says it inside the conversation. @returns false when nothing can be said any more */
  say: (content: Sendable) => boolean;
  /** Registers two hashes with the server, until it has answered. */
  register: (hashes: Hashes) => Promise<boolean>;
  /** Whether it had left before it was taken back; null when the server does not say. */
  hasLeft: (hashes: Hashes) => Promise<boolean | null>;
  /** Takes a consent back on the server, until it has answered. */
  withdraw: (consentRef: Uint8Array) => Promise<boolean>;
  mark: (id: string, state: CardState) => void;
  /** Where the other question stands: of two yeses one counts. `left`: it can no longer be taken back. */
  other: (id: string) => 'none' | 'yes' | 'left';
  /** The counsellor has taken this question off the table. */
  isOff: (id: string) => boolean;
  keep: (id: string, keys: ConsentKeys) => void;
  kept: (id: string) => ConsentKeys | null;
};

const copy = (bytes: Uint8Array) => Uint8Array.from(bytes);

/** A card stands elsewhere now. */
const markCard = (view: PersonView, id: string, state: CardState): PersonView => ({
  ...view,
  cards: view.cards.map((card) => (card.id === id ? { ...card, state } : card)),
});

/** The line of one chat. */
export function createConsentLine(parts: Parts): ConsentLine {
  const { means, held, outbox } = parts;
  const stateOf = (id: string) =>
    parts.store.getSnapshot().cards.find((card) => card.id === id)?.state;
  const isOver = () => held.over || parts.store.getSnapshot().phase.kind === 'ended';

  /** Asked until it is answered; null for a refusal. @param orElse what becomes of it when the chat ends before */
  function queuedFor<T>(ask: Ask<T>, orElse: () => Promise<T | null>): Promise<T | null> {
    return new Promise((done) => {
      outbox.add({
        send: () => ask(means.portal),
        stored: (answer) => done(answer),
        refused: () => done(null),
        orElse: () => done(orElse()),
      });
    });
  }

  /** On the chat's own connection, or on another one once that is over. */
  function untilAnswered<T>(ask: Ask<T>): Promise<T | null> {
    const later = () => afterTheEnd(parts, ask);
    return isOver() ? later() : queuedFor(ask, later);
  }

  async function withdraw(consentRef: Uint8Array): Promise<boolean> {
    const request = { consentRef: copy(consentRef) };
    return (await untilAnswered((portal) => portal.request('consent:withdraw', request))) !== null;
  }

  return {
    units: () => parts.target.signals?.units ?? [],
    random: means.random,
    now: means.now,
    ground: () =>
      isOver() || !held.session.resume || !isClaimed(held.session.core)
        ? null
        : { orgId: held.session.orgId, resumeSecret: held.session.resume.secret },
    say: (content) => !isOver() && push(parts, content, minuteOf(means.now())).ok,
    register: ({ refHash, bodyHash }) => {
      const request = { refHash: copy(refHash), bodyHash: copy(bodyHash) };
      // What the counsellor cannot be told any more is not shared: then there is nothing to register.
      const never = () => Promise.resolve(null);
      return queuedFor((portal) => portal.request('consent:register', request), never).then(
        (answer) => answer !== null,
      );
    },
    async hasLeft({ refHash, bodyHash }) {
      const request = { refHash: copy(refHash), bodyHash: copy(bodyHash) };
      const answer = await untilAnswered((portal) => portal.request('consent:state', request));
      return answer?.left ?? null;
    },
    withdraw,
    // What was still on its way for a card that is asked no more comes too late.
    mark: (id, state) =>
      change(parts, (view) => (stateOf(id) === 'off' ? view : markCard(view, id, state))),
    other(id) {
      const { cards } = parts.store.getSnapshot();
      const others = cards.filter((card) => card.id !== id).map(({ state }) => state);
      if (others.includes('too_late')) return 'left';
      return others.some(isGiven) ? 'yes' : 'none';
    },
    isOff: (id) => stateOf(id) === 'off',
    keep(id, keys) {
      held.consents.set(id, keys);
      // Once the counsellor's side wants it no more it is taken back on the server too: that nothing was shared is
      // true then, whatever was done with it meanwhile.
      const stop = parts.store.subscribe(() => {
        if (stateOf(id) !== 'off') return;
        stop();
        void withdraw(keys.consentRef);
      });
    },
    kept: (id) => held.consents.get(id) ?? null,
  };
}
