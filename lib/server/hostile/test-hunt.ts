import { newFrame, newPerson, newSend, newTake, noise } from '../realtime/test-people.ts';
import { testTerms } from '../signals/test-terms.ts';
import type { Grounds } from './test-grounds.ts';
import { startHouse } from './test-house-process.ts';
import { ask } from './test-http-hunt.ts';
import { checkMemory, checkRows, checkState, watchBystander } from './test-invariants.ts';
import { type Expected, live } from './test-life.ts';
import { writeNonsense } from './test-raw-bytes.ts';
import { type HuntRecord, newRecord, secretFinder, violate } from './test-record.ts';
import { guess } from './test-sign-in-hunt.ts';
import type { Pool } from './test-valid-input.ts';
import { fire, flood } from './test-volley.ts';

export type HuntOptions = { events: number; seed: number; databaseUrl: string | null };
const volleyEvents = 380;

export type HuntReport = {
  events: number;
  seed: number;
  seconds: number;
  branches: Record<string, number>;
  violations: string[];
  /** Bytes after a forced collection, at each fifth of the way. */
  memory: { rss: number; heapUsed: number }[];
  counts: Record<string, number>;
};

type Ids = { mailboxIds: string[]; frameIds: string[] };

/**
 * Everything a connection may be sent, by many at once, while quiet people talk and a bystander waits.
 * @returns what was reached and what must not have happened
 */
export async function hunt({ events, seed, databaseUrl }: HuntOptions): Promise<HuntReport> {
  const began = performance.now();
  const house = await startHouse(databaseUrl);
  const grounds = await house.ask('grounds');
  const record = newRecord();
  const { organisationId } = grounds.bystander;
  const before = await house.ask('snapshot', organisationId);
  const watch = await watchBystander(grounds, record);
  const memory: HuntReport['memory'] = [];
  const counts: Record<string, number> = {};
  const lives: Expected[] = [];
  const known: Ids = { mailboxIds: [], frameIds: [] };
  for (let round = 0; record.sent < events && record.violations.length < 20; round += 1) {
    await fightRound({ grounds, round, seed, lives, known }, record);
    await checkState(house, record, counts);
    await checkRows(house, lives, grounds, record);
    if (record.sent >= ((memory.length + 1) * events) / 5) memory.push(await house.ask('memory'));
  }
  if ((await house.ask('snapshot', organisationId)) !== before) {
    violate(record, 'a row of the bystander changed');
  }
  await watch.check();
  watch.leave();
  checkMemory(memory, record);
  await house.ask('stop');
  return {
    events: record.sent,
    seed,
    seconds: Math.round((performance.now() - began) / 1000),
    branches: Object.fromEntries([...record.branches].sort()),
    violations: record.violations,
    memory,
    counts,
  };
}

type Fight = {
  grounds: Grounds & { address: string };
  round: number;
  seed: number;
  lives: Expected[];
  known: Ids;
};

/** One round: volleys on both namespaces, routes, nonsense, and a quiet conversation, all at once. */
async function fightRound(fight: Fight, record: HuntRecord): Promise<void> {
  const { grounds, round, lives, known } = fight;
  const { address, links } = grounds;
  const seed = fight.seed + round * 101;
  const holdsSecret = secretFinder(secretsOf(grounds));
  const { cast } = grounds.ours;
  const pool = poolOf(grounds, known);
  const common = { address, events: volleyEvents, pool, holdsSecret };
  const websocket = { ...common, transport: 'websocket' } as const;
  const polling = { ...common, transport: 'polling', events: 60 } as const;
  const member =
    (['counsellor', 'supervisor', 'colleague', 'pending'] as const)[round % 4] ?? 'pending';
  const { cookie } = cast[member];
  // Two for each guess, of those that nobody else knows; on a long run they are used up one day.
  const own = round % 20 === 0 ? links.slice(0, 16).slice(round / 10, round / 10 + 2) : [];
  const pages = [1, 2, 3, 4].map((n) =>
    fire({ ...websocket, namespace: '/help', cookie: null, seed: seed + n }, record),
  );
  const desks = [cookie, cast.colleague.cookie].map((one, n) =>
    fire({ ...websocket, namespace: '/team', cookie: one, seed: seed + 10 + n }, record),
  );
  await Promise.all([
    ...pages,
    ...desks,
    fire({ ...polling, namespace: '/help', cookie: null, seed: seed + 20 }, record),
    ask(address, { pool, times: 150, seed: seed + 21 }, record),
    ...(round % 10 === 0 ? [flood(websocket, record)] : []),
    writeNonsense(address, 12, seed + 22, record),
    live(address, grounds, round, record, known).then((expected) => lives.push(expected)),
    own.length === 2 ? guess(address, own, record) : undefined,
  ]);
}

/** Ids of everybody are known to the hostile ones, tokens only of what is theirs. */
function poolOf(grounds: Grounds, known: Ids): Pool {
  const { ours, bystander, quiet } = grounds;
  const people = Array.from({ length: 4 }, () => newPerson(ours.organisationId));
  const { held } = bystander;
  const lastOf = (ids: string[]) => ids.slice(-6);
  return {
    texts: [
      ...[ours.organisationId, bystander.organisationId, quiet.organisationId],
      ...[held.mailboxId, held.first.frameId, held.waitingFrameId, bystander.counsellor.memberId],
      ...[quiet.counsellor.memberId, ...lastOf(known.mailboxIds), ...lastOf(known.frameIds)],
      ...people.map(({ mailboxId }) => mailboxId),
      ...grounds.expendable,
      ...grounds.links.slice(16),
    ],
    bytes: [
      ...people.flatMap(({ token, first }) => [token, first.blob]),
      ...ours.entries,
      ...ours.siteEntries,
    ],
    ready: {
      'mailbox:open': people.map(({ opening }) => opening),
      'mailbox:attach': people.map(({ mailboxId, token }) => ({ mailboxId, token })),
      'chat:delete': people.slice(2).map(({ mailboxId, token }) => ({ mailboxId, token })),
      'frame:send': [newFrame(), newFrame()],
      'conversation:take': people.map(({ mailboxId }) => newTake(mailboxId)),
      'conversation:rewrap': people.map(({ mailboxId }) => ({
        mailboxId,
        wrap: newTake(mailboxId).wrap,
      })),
      'conversation:send': people.map(({ mailboxId }) => newSend(mailboxId, 2)),
      'conversation:margin': people.map(({ mailboxId }) => ({ mailboxId, blob: noise(4168) })),
      'conversation:end': people.map(({ mailboxId }) => newSend(mailboxId, 3)),
      'conversation:close': people.map(({ mailboxId }) => ({ mailboxId })),
      'terms:propose': [{ terms: testTerms }],
      'organisation:publish': ours.siteEntries.map((siteEntry) => ({
        siteEntry,
        adminCert: ours.entries[0],
      })),
      'directory:append': ours.entries.map((entry, after) => ({
        after: Math.floor(after / 2),
        entries: [entry],
        seals: [],
        wraps: [],
      })),
      'member:suspend': grounds.expendable.map(standing),
      'member:approve': grounds.expendable.map(standing),
      'member:renew': grounds.expendable.map(standing),
    },
  };
}

const standing = (memberId: string, i: number) => ({
  memberId,
  after: i % 5,
  entries: [],
  seals: [],
  wraps: [],
});

/** What is the bystander's and was given to nobody. */
function secretsOf({ bystander }: Grounds): (string | Uint8Array)[] {
  const { held, waiting } = bystander;
  return [
    ...[held.token, held.first.blob, held.take.checkpoint.blob, held.take.wrap.blob],
    ...[waiting.mailboxId, waiting.token, waiting.first.frameId, waiting.first.blob],
  ];
}
