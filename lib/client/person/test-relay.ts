import {
  type CounsellorSession,
  claimSession,
  receiveAsCounsellor,
  resumeKeysOf,
} from '#lib/crypto/conversation/counsellor.ts';
import { openStarts } from '#lib/crypto/conversation/open-starts.ts';
import type { Received } from '#lib/crypto/conversation/receive.ts';
import { type Outgoing, sendMessage } from '#lib/crypto/conversation/session.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { expected, mara, ok, orgId, seeded, teamId, teamKey } from '#lib/crypto/tests/world.ts';
import type { Answer } from '#lib/protocol/codes.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { HelpFacts, MailboxView } from '#lib/protocol/help-events.ts';
import { frameId, organisationId } from '#lib/protocol/ids.ts';
import type { HelpPortal } from '../portal/help-portal.ts';
import type { ChatMeans, ChatTarget } from './person-chat.ts';

/** The team of the tests, as `/site.bin` would give it. */
export const target: ChatTarget = {
  id: organisationId.parse(toHex(orgId)),
  roots: expected.roots,
  team: { teamId, epoch: teamKey.epoch, publicKey: teamKey.keys.publicKey },
};

/** A clock that moves only when told, with its timers. */
export function testClock() {
  let now = expected.nowHour * 3_600_000;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    /** How many timers still run. */
    pending: () => timers.length,
    later(ms: number, run: () => void) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms: number) {
      await settled();
      const end = now + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.run();
        await settled();
      }
      now = end;
      await settled();
    },
  };
}

/** Lets everything that was already decided happen. */
export const settled = () => new Promise<void>((done) => setImmediate(done));

type Request = { event: string; payload: Record<string, unknown> };

/** A relay in memory: keeps frames as the server does, and can lose connections and answers. */
export function testRelay() {
  const requests: Request[] = [];
  const stored: Frame[] = [];
  const toPerson: Frame[] = [];
  const facts = new Map<string, (fact: never) => void>();
  let connection = (_connected: boolean) => {};
  let silence = (_silent: boolean) => {};
  const state = {
    connected: false,
    loseAnswers: false,
    /** Frames to the person vanish, as a server that drops them would have it. */
    swallow: false,
    refuse: null as string | null,
  };
  const view = {
    state: 'waiting' as 'waiting' | 'open' | 'closed',
    place: 3,
    ...{ counsellorPresent: true, attendance: 'here' },
  };

  function keep(frame: Frame): void {
    if (!stored.some((old) => old.frameId === frame.frameId)) stored.push(frame);
  }
  function handle({ event, payload }: Request): Answer | ({ ok: true } & MailboxView) {
    if (state.refuse) return { ok: false, code: state.refuse as 'full' };
    if (event === 'mailbox:open') keep(payload.first as Frame);
    if (event === 'frame:send') keep(payload as Frame);
    if (event === 'chat:end' && payload.last) keep(payload.last as Frame);
    const answersView = event === 'mailbox:open' || event === 'mailbox:attach';
    return answersView ? { ok: true, ...view, frames: [...toPerson] } : { ok: true };
  }
  const portal: HelpPortal = {
    async request(event, payload) {
      if (!state.connected) return { ok: false, code: 'unavailable' };
      const request = { event, payload: payload as Record<string, unknown> };
      requests.push(request);
      const answer = handle(request);
      await settled();
      const lost = state.loseAnswers || !state.connected;
      return (lost ? { ok: false, code: 'unavailable' } : answer) as never;
    },
    on: (fact, listener) => void facts.set(fact, listener as (fact: never) => void),
    onConnection(listener) {
      connection = listener;
    },
    isCutOff: () => false,
    onSilence(listener) {
      silence = listener;
    },
    close: () => {
      state.connected = false;
    },
  };
  return {
    portal,
    requests,
    stored,
    state,
    view,
    tell: <F extends keyof HelpFacts>(fact: F, value: Parameters<HelpFacts[F]>[0]) =>
      facts.get(fact)?.(value as never),
    deliver(blob: Uint8Array, random = seeded(`frame ${toPerson.length}`)) {
      const frame = { frameId: frameId.parse(toHex(random(16))), blob: Uint8Array.from(blob) };
      if (!state.swallow) toPerson.push(frame);
      if (!state.swallow && state.connected) facts.get('frame:arrived')?.(frame as never);
      return frame;
    },
    /** Nothing gets through although the connection stands. */
    hush: (silent: boolean) => silence(silent),
    async connect(connected: boolean) {
      state.connected = connected;
      connection(connected);
      await settled();
      await settled();
    },
  };
}

export type TestRelay = ReturnType<typeof testRelay>;

/** What the page lends, with a random source that tells two chats apart. */
export function testMeans(relay: TestRelay, name: string, clock = testClock()) {
  const means: ChatMeans = {
    ...clock,
    portal: relay.portal,
    openPortal: () => relay.portal,
    random: seeded(name),
    online: () => true,
    prove: async () => null,
  };
  return { means, clock };
}

/** The counsellor's side, on the real cryptography. */
export function testDesk(relay: TestRelay, mailboxId: Uint8Array) {
  const random = seeded('desk');
  let opened = 0;
  let session: CounsellorSession | null = null;
  const held = () => {
    if (!session) throw new Error('not taken yet');
    return session;
  };
  return {
    take(outgoing: Outgoing) {
      const frames = relay.stored.map(({ blob }) => blob);
      const { starts } = openStarts({ orgId, teamId, mailboxId, frames, keys: [teamKey] });
      const [start] = starts;
      if (!start) throw new Error('nothing to take');
      opened = frames.length;
      const claim = ok(
        claimSession({ opened: start, claimer: mara, outgoing, before: null }, random),
      );
      session = claim.session;
      relay.view.state = 'open';
      relay.deliver(claim.frame);
      return start.messages;
    },
    /** Claims the session that the person began anew. */
    resume(outgoing: Outgoing) {
      const frames = relay.stored.slice(opened).map(({ blob }) => blob);
      const keys = resumeKeysOf(held());
      const [start] = openStarts({ orgId, teamId, mailboxId, frames, keys }).starts;
      if (!start) throw new Error('nothing to resume');
      opened = relay.stored.length;
      const request = { opened: start, claimer: mara, outgoing, before: held() };
      const claim = ok(claimSession(request, random));
      session = claim.session;
      relay.deliver(claim.frame);
      return start.messages;
    },
    /** Everything of the person that came since the last look. */
    open(): Received[] {
      const fresh = relay.stored.slice(opened);
      opened = relay.stored.length;
      return fresh.flatMap(({ blob }) => {
        const taken = receiveAsCounsellor(held(), blob);
        session = taken.session;
        return taken.result.type === 'message' ? [taken.result.message] : [];
      });
    },
    say(outgoing: Outgoing) {
      const sent = ok(sendMessage(held(), outgoing, random));
      session = sent.session;
      return relay.deliver(sent.frame);
    },
  };
}
