import { io as connect } from 'socket.io-client';
import { clientParser } from '#lib/protocol/socket-parser.ts';
import type { Grounds } from './test-grounds.ts';
import type { HouseProcess } from './test-house-process.ts';
import type { Expected } from './test-life.ts';
import { planted } from './test-mutated-input.ts';
import { count, type HuntRecord, violate } from './test-record.ts';

// What must hold after every round, whatever was sent in it.

/** Bytes that the server may hold more at the end than after the first fifth of the way. */
const mayGrow = { heapUsed: 40 * 2 ** 20, rss: 250 * 2 ** 20 };

/** Every field that a line of the log may have (`log.ts`). */
const logFields = ['time', 'event', 'task', 'error', 'counts', 'port', 'kind', 'database', 'names'];

/** No fault of ours, nothing unhandled, nothing in the log that may not stand there. */
export async function checkState(
  house: HouseProcess,
  record: HuntRecord,
  counts: Record<string, number>,
): Promise<void> {
  if (!house.lives()) violate(record, 'the server is dead');
  const state = await house.ask('state');
  for (const failure of state.failures) violate(record, failure);
  for (const [name, more] of Object.entries(state.counts)) {
    counts[name] = (counts[name] ?? 0) + more;
  }
  for (const line of state.lines) {
    const entry = JSON.parse(line);
    const strange = Object.keys(entry).filter((field) => !logFields.includes(field));
    if (strange.length > 0 || line.includes(planted)) violate(record, `the log says ${line}`);
    else if (entry.event === 'task_failed') violate(record, `a fault of ours: ${line}`);
  }
}

/** No row is where nobody entitled put it, and quiet conversations are exactly as they were left. */
export async function checkRows(
  house: HouseProcess,
  lives: readonly Expected[],
  grounds: Grounds,
  record: HuntRecord,
): Promise<void> {
  const { mailboxes, frames, members } = await house.ask('rows');
  const organisationOf = new Map(members.map((member) => [member.id, member.organisationId]));
  const own = new Map(mailboxes.map((mailbox) => [mailbox.id, mailbox]));
  for (const { id, organisationId, leaseMemberId } of mailboxes) {
    if (leaseMemberId === null || organisationOf.get(leaseMemberId) === organisationId) continue;
    violate(record, `the mailbox ${id} is held by another organisation`);
  }
  const inside = [grounds.bystander.organisationId, grounds.quiet.organisationId];
  for (const { id, mailboxId, direction } of frames) {
    const organisationId = own.get(mailboxId)?.organisationId ?? '';
    if (inside.includes(organisationId)) continue;
    const sender = direction === 0 ? '/help' : '/team';
    if (!record.frameIds[sender].has(id)) violate(record, `frame ${id} was sent by nobody`);
  }
  for (const expected of lives) {
    const { mailboxId } = expected;
    const there = frames.filter((frame) => frame.mailboxId === mailboxId);
    const stored = there.map(({ id, direction }) => `${direction} ${id}`).sort();
    const row = own.get(mailboxId);
    const same =
      (row?.state ?? 'gone') === expected.state &&
      (row === undefined || row.leaseMemberId === expected.leaseMemberId) &&
      (row === undefined || row.checkpointN === expected.n) &&
      stored.join() === [...expected.frames].sort().join();
    if (!same) violate(record, `the quiet chat ${mailboxId} is not as it was left`);
  }
  const quiet = mailboxes.filter(
    ({ organisationId }) => organisationId === grounds.quiet.organisationId,
  );
  const left = lives.filter(({ state }) => state !== 'gone').length;
  if (quiet.length !== left) violate(record, 'somebody is in the queue of the quiet organisation');
}

/** Memory is flat: growth since the first fifth is below what was set beforehand. */
export function checkMemory(
  memory: readonly { rss: number; heapUsed: number }[],
  record: HuntRecord,
): void {
  const [first] = memory;
  const last = memory.at(-1);
  if (first === undefined || last === undefined) return;
  for (const kind of ['heapUsed', 'rss'] as const) {
    const grown = last[kind] - first[kind];
    if (grown > mayGrow[kind]) violate(record, `${kind} grew by ${grown} bytes`);
  }
}

/** `check`, at any time: are they still there, and were they told nothing? */
export type Bystander = { check(): Promise<void>; leave(): void };

/**
 * Page and desk of a chat of another organisation, open before the hunt.
 */
export async function watchBystander(
  { address, bystander }: Grounds & { address: string },
  record: HuntRecord,
): Promise<Bystander> {
  const { held, waiting, counsellor } = bystander;
  const { mailboxId, token } = held;
  const options = { transports: ['websocket'], forceNew: true, parser: clientParser };
  const page = connect(`${address}/help`, options);
  const extraHeaders = { cookie: counsellor.cookie };
  const desk = connect(`${address}/team`, { ...options, extraHeaders });
  const attach = () => page.timeout(30_000).emitWithAck('mailbox:attach', { mailboxId, token });
  // The desk first: the page is told whether somebody is there.
  await desk.timeout(30_000).emitWithAck('queue:read', {});
  const first = await attach();
  const { conversations } = await desk.timeout(30_000).emitWithAck('conversation:read', {});
  const heard: string[] = [];
  for (const socket of [page, desk]) {
    socket.onAny((event) => heard.push(String(event)));
    socket.on('disconnect', () => heard.push('disconnect'));
  }
  const check = async () => {
    if (heard.some((event) => !/presence/.test(event))) violate(record, `bystander: ${heard}`);
    const again = await attach();
    if (JSON.stringify(again) !== JSON.stringify(first)) violate(record, 'the page sees another');
    const { waiting: queue } = await desk.timeout(30_000).emitWithAck('queue:read', {});
    if (queue.length !== 1 || queue[0].mailboxId !== waiting.mailboxId) {
      violate(record, 'the bystander’s queue is another');
    }
    const after = await desk.timeout(30_000).emitWithAck('conversation:read', {});
    const same = JSON.stringify(after.conversations) === JSON.stringify(conversations);
    if (!same) violate(record, 'the bystander’s desk is another');
    count(record, 'bystander unharmed');
  };
  const leave = () => {
    page.disconnect();
    desk.disconnect();
  };
  return { check, leave };
}
