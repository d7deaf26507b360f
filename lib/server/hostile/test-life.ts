import { io as connect, type Socket } from 'socket.io-client';
import { clientParser } from '#lib/protocol/socket-parser.ts';
import { h32 } from '../consents/mutations.ts';
import {
  newCheckpoint,
  newFrame,
  newId,
  newPerson,
  newSend,
  newTake,
  noise,
} from '../realtime/test-people.ts';
import type { Grounds } from './test-grounds.ts';
import { count, type HuntRecord, violate } from './test-record.ts';

/** What the database must hold of one conversation of the quiet organisation, and nothing else. */
export type Expected = {
  mailboxId: string;
  state: 'waiting' | 'open' | 'closed' | 'gone';
  leaseMemberId: string | null;
  n: number;
  /** `direction frameId` */
  frames: Set<string>;
};

type Ask = (event: string, request: unknown) => Promise<unknown>;

/** A conversation of somebody who does nothing wrong but the wrong order, while the hunt goes on. */
export async function live(
  address: string,
  { quiet }: Grounds,
  round: number,
  record: HuntRecord,
  known: { mailboxIds: string[]; frameIds: string[] },
): Promise<Expected> {
  const page = open(`${address}/help`);
  const desk = open(`${address}/team`, quiet.counsellor.cookie);
  const { mailboxId, token, first, opening: asked } = newPerson(quiet.organisationId);
  // The hunt starts more chats than people do; this one does no work for it.
  const opening = { ...asked, work: null };
  known.mailboxIds.push(mailboxId);
  const frame = () => {
    const made = newFrame();
    known.frameIds.push(made.frameId);
    return made;
  };
  const step = stepper(record);
  const p: Ask = (event, request) => page.timeout(20_000).emitWithAck(event, request);
  const d: Ask = (event, request) => desk.timeout(20_000).emitWithAck(event, request);

  const [early, second, answer, last] = [frame(), frame(), frame(), frame()];
  await step(p, 'frame:send', early, 'not_attached');
  await step(p, 'chat:end', {}, 'not_attached');
  await step(p, 'mailbox:open', opening, 'ok');
  await step(p, 'mailbox:open', opening, 'ok');
  await step(p, 'mailbox:open', { ...opening, mailboxId: newId() }, 'not_allowed');
  await step(d, 'conversation:confirm', { ...confirmOf(mailboxId, [], 2) }, 'not_allowed');
  await step(d, 'conversation:send', newSend(mailboxId, 1), 'not_allowed');
  await step(p, 'frame:send', early, 'ok');
  await step(p, 'frame:send', early, 'ok');
  const take = newTake(mailboxId, [first.frameId]);
  known.frameIds.push(take.claim.frameId);
  await step(d, 'conversation:take', take, 'ok');
  await step(d, 'conversation:take', take, 'ok');
  await step(d, 'conversation:take', newTake(mailboxId), 'already_taken');
  await step(d, 'conversation:rewrap', { mailboxId, wrap: take.wrap }, 'ok');
  await step(p, 'frame:confirm', { frameIds: [take.claim.frameId, early.frameId] }, 'ok');
  await step(p, 'frame:send', second, 'ok');
  await step(d, 'conversation:send', { ...newSend(mailboxId, 2), frame: answer }, 'ok');
  await step(d, 'conversation:send', newSend(mailboxId, 2), 'stale');
  await step(d, 'conversation:send', newSend(mailboxId, 9), 'stale');
  await step(d, 'conversation:send', { ...newSend(mailboxId, 3), frame: answer }, 'not_allowed');
  await step(d, 'conversation:confirm', confirmOf(mailboxId, [early.frameId], 3), 'ok');
  await step(p, 'frame:send', early, 'ok');
  await step(p, 'mailbox:attach', { mailboxId, token }, 'ok');
  await consent({ step, p, d, mailboxId });
  const expected: Expected = {
    mailboxId,
    state: 'open',
    leaseMemberId: quiet.counsellor.memberId,
    n: 3,
    frames: new Set([`0 ${second.frameId}`, `1 ${answer.frameId}`]),
  };
  if (round % 3 === 0) {
    await endWithWord({ step, p, d, mailboxId }, last);
    expected.state = 'closed';
    expected.n = 4;
    expected.frames.add(`1 ${last.frameId}`);
  }
  if (round % 3 === 1) {
    await deleteAll({ step, p, d, mailboxId }, token);
    expected.state = 'gone';
    expected.frames.clear();
  }
  if (round % 3 === 2) {
    await closeWordless({ step, p, d, mailboxId });
    expected.state = 'closed';
  }
  page.disconnect();
  desk.disconnect();
  return expected;
}

type Life = { step: ReturnType<typeof stepper>; p: Ask; d: Ask; mailboxId: string };

async function endWithWord({ step, p, d, mailboxId }: Life, last: ReturnType<typeof newFrame>) {
  await step(d, 'conversation:end', { ...newSend(mailboxId, 4), frame: last }, 'ok');
  await step(p, 'frame:send', newFrame(), 'closed');
  await step(d, 'conversation:send', newSend(mailboxId, 5), 'closed');
}

async function closeWordless({ step, p, d, mailboxId }: Life) {
  await step(d, 'conversation:close', { mailboxId }, 'ok');
  await step(d, 'conversation:close', { mailboxId }, 'ok');
  await step(p, 'frame:send', newFrame(), 'closed');
}

async function deleteAll({ step, p, d, mailboxId }: Life, token: unknown) {
  await step(p, 'chat:delete', { mailboxId, token }, 'ok');
  await step(p, 'chat:delete', { mailboxId, token }, 'ok');
  await step(d, 'conversation:send', newSend(mailboxId, 4), 'not_allowed');
}

/** A consent that is registered, stored and taken back, and all that must not go through. */
async function consent(life: Life) {
  const { step, p, d, mailboxId } = life;
  await step(d, 'conversation:margin', { mailboxId, blob: noise(4168) }, 'ok');
  const consentRef = noise(16);
  const pair = { refHash: h32(consentRef), bodyHash: noise(32) };
  const sealed = { ...pair, scope: 2, epoch: 1, blob: noise(1300) };
  await step(d, 'signal:store', sealed, 'not_allowed');
  await step(p, 'consent:register', pair, 'ok');
  await step(p, 'consent:register', pair, 'ok');
  await step(p, 'consent:register', { ...pair, bodyHash: noise(32) }, 'not_allowed');
  await step(d, 'signal:store', { ...sealed, bodyHash: noise(32) }, 'not_allowed');
  await step(d, 'signal:store', sealed, 'ok');
  await step(d, 'signal:store', sealed, 'ok');
  await step(p, 'consent:withdraw', { consentRef }, 'ok');
  await step(p, 'consent:withdraw', { consentRef }, 'ok');
  await step(p, 'consent:register', pair, 'not_allowed');
  await step(d, 'signal:store', sealed, 'not_allowed');
  await step(d, 'supervisor:call', { mailboxId }, 'ok');
}

/** Asks, and compares what came with what the order of events says must come. */
function stepper(record: HuntRecord) {
  return async (ask: Ask, event: string, request: unknown, expected: string) => {
    record.sent += 1;
    const answer = (await ask(event, request)) as { ok?: boolean; code?: string };
    const got = answer.ok ? 'ok' : answer.code;
    count(record, `life ${event} ${expected}`);
    if (got !== expected) violate(record, `a quiet ${event} was ${got} and not ${expected}`);
  };
}

const confirmOf = (mailboxId: string, received: string[], n: number) => ({
  mailboxId,
  received,
  checkpoint: newCheckpoint(n),
  archive: [],
});

function open(address: string, cookie?: string): Socket {
  return connect(address, {
    transports: ['websocket'],
    forceNew: true,
    parser: clientParser,
    ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
  });
}
