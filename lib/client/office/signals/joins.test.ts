import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { type DeskHouse, openDeskHouse, type TestDesk } from '../../desk/test-house.ts';
import { openPatterns, sealJoins } from './joins.ts';
import { readSignals } from './read-signals.ts';
import { type Groups, noGroups } from './same-people.ts';
import { saidIn } from './use-same-people.ts';

let house: DeskHouse;
let keys: readonly string[];
const quarter = '2026-Q3';

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());
beforeEach(async () => {
  await house.database.patternApproval.deleteMany();
  await house.database.sealedSignal.deleteMany();
  keys = Array.from({ length: 5 }, () => toHex(systemRandom(32))).sort();
});

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** Their yes, with what they joined, as the server keeps it. */
async function approved({ session }: TestDesk, groups: Groups, change: object = {}) {
  const contentHash = Uint8Array.from(systemRandom(32));
  const joined = sealJoins(session, { quarter, contentHash }, groups);
  const organisationId = toHex(session.vault().roots.orgId);
  const { memberId } = session.view;
  const said = { contentHash, pool: contentHash, placed: contentHash, joined, day: 1, ...change };
  const data = { organisationId, quarter, memberId, ...said };
  await house.database.patternApproval.create({ data });
  return said;
}

/** What is held of their organisation: nobody can open these seals, but they are there. */
async function hold({ session }: TestDesk, some: readonly string[]) {
  const organisationId = toHex(session.vault().roots.orgId);
  const data = some.map((key) => ({
    ...{ organisationId, refHash: bytes(key), scope: 2, epoch: 1, day: 1 },
    blob: Uint8Array.from(systemRandom(1300)),
  }));
  await house.database.sealedSignal.createMany({ data });
}

/** What their browser reads of this quarter, by name. */
async function reads({ session }: TestDesk) {
  const read = await readSignals(session);
  if (read.kind !== 'ready') throw new Error('nothing could be read');
  const [pattern] = read.patterns;
  return Object.fromEntries(
    pattern?.approvals.map(({ displayName, groups }) => [displayName, groups]) ?? [],
  );
}

it('what a supervisor joined is read by the other one, and never taken over silently', async () => {
  const [saskia, sanne] = [await house.desk('saskia'), await house.desk('sanne')];
  await hold(saskia, keys);
  const [a = '', b = '', c = '', d = '', e = ''] = keys;
  await approved(saskia, [
    [e, b],
    [d, a, c],
  ]);
  const both = [
    [a, c, d],
    [b, e],
  ];
  expect(await reads(sanne)).toEqual({ Saskia: both });
  expect(saidIn(sanne.session).getSnapshot()).toBeNull();
  // Nor once they approved themselves, without it.
  await approved(sanne, noGroups);
  expect(await reads(sanne)).toEqual({ Saskia: both, Sanne: [] });
  expect(saidIn(sanne.session).getSnapshot()).toBeNull();
  for (const one of [saskia, sanne]) await one.session.lock();
});

it('after a lock, one’s own joins come back from one’s own approval, without what is not held any more', async () => {
  const before = await house.desk('saskia');
  const [a = '', b = '', c = '', d = '', e = ''] = keys;
  await hold(before, [a, b, c, e]);
  await approved(before, [
    [a, b, d],
    [c, 'f'.repeat(64)],
  ]);
  await before.session.lock();
  const after = await house.desk('saskia');
  expect(saidIn(after.session).getSnapshot()).toBeNull();
  expect(await reads(after)).toEqual({ Saskia: [[a, b]] });
  expect(saidIn(after.session).getSnapshot()).toEqual([[a, b]]);
  // What was said since is not overwritten by what was approved before: also not that nobody belongs together.
  saidIn(after.session).set(noGroups);
  await reads(after);
  expect(saidIn(after.session).getSnapshot()).toEqual(noGroups);
  await after.session.lock();
});

it('what cannot be opened is unreadable, and changes nothing', async () => {
  const [saskia, sanne] = [await house.desk('saskia'), await house.desk('sanne')];
  await hold(saskia, keys);
  const { joined } = await approved(saskia, [keys.slice(0, 2)]);
  const change = async (to: object) => {
    await house.database.patternApproval.updateMany({ data: to });
    return reads(sanne);
  };
  const damaged = joined?.with(1500, (joined[1500] ?? 0) ^ 1) ?? null;
  const unread = { Saskia: null };
  expect(await change({ joined: damaged })).toEqual(unread);
  expect(await change({ joined: null })).toEqual(unread);
  expect(await change({ joined: Uint8Array.from(systemRandom(3244)) })).toEqual(unread);
  expect(await change({ joined })).toEqual({ Saskia: [keys.slice(0, 2)] });
  // A server that says that Sanne said it, or that it goes with another approval.
  expect(await change({ memberId: sanne.session.view.memberId })).toEqual({ Sanne: null });
  expect(saidIn(sanne.session).getSnapshot()).toBeNull();
  const memberId = saskia.session.view.memberId;
  expect(await change({ memberId, contentHash: new Uint8Array(32) })).toEqual(unread);
  for (const one of [saskia, sanne]) await one.session.lock();
});

it('a counsellor cannot open it, whatever a server gives them', async () => {
  const [anna, saskia] = [await house.desk('anna'), await house.desk('saskia')];
  const { joined, contentHash } = await approved(saskia, [keys.slice(0, 2)]);
  const { memberId, displayName } = saskia.session.view;
  const approvals = [{ memberId, displayName, contentHash, joined }];
  const opened = (desk: TestDesk) =>
    openPatterns(desk.session, [{ quarter, approvals }], keys)[0]?.approvals[0]?.groups;
  expect(opened(saskia)).toEqual([keys.slice(0, 2)]);
  expect(opened(anna)).toBeNull();
  for (const one of [anna, saskia]) await one.session.lock();
});
