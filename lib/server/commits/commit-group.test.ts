import { expect, test } from 'vitest';
import { limits } from '#lib/protocol/limits.ts';
import type { Database } from '../db/database.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addOrganisation, newCheckpoint, newFrame, newId, noise } from '../realtime/test-people.ts';
import { commitGroup } from './commit-group.ts';
import type { StepWrite, StoreWrite } from './types.ts';

const memberId = newId();

/** A mailbox that our member holds, at checkpoint 1. @returns its id */
async function addMailbox(database: Database, organisationId: string): Promise<string> {
  const id = newId();
  const days = { openedDay: 1, expiresDay: 1_000_000 };
  const held = { state: 'open', leaseMemberId: memberId, leaseDeviceId: newId(), checkpointN: 1 };
  await database.mailbox.create({
    data: { id, organisationId, tokenHash: noise(32), ...days, ...held },
  });
  await database.checkpoint.create({ data: { mailboxId: id, ...newCheckpoint(1) } });
  return id;
}

const store = (mailboxId: string): StoreWrite => ({ kind: 'store', mailboxId, frame: newFrame() });

function step(mailboxId: string, n: number, more: Partial<StepWrite> = {}): StepWrite {
  return {
    kind: 'step',
    mailboxId,
    memberId,
    states: ['open'],
    checkpoint: newCheckpoint(n),
    archive: [],
    frame: newFrame(),
    received: [],
    closes: false,
    expiresDay: null,
    ...more,
  };
}

const fine = { reply: { ok: true, isNew: true } };
const again = { reply: { ok: true, isNew: false } };
const refused = (code: string) => ({ reply: { ok: false, code } });

describeOnEachDatabase('a group of writes', (database) => {
  async function scene() {
    const organisationId = await addOrganisation(database());
    const [a, b] = [
      await addMailbox(database(), organisationId),
      await addMailbox(database(), organisationId),
    ];
    const commit = (...writes: Parameters<typeof commitGroup>[1]) =>
      commitGroup(database(), writes);
    return { a, b, commit };
  }

  const frameIds = async (mailboxId: string) =>
    (await database().frame.findMany({ where: { mailboxId }, orderBy: { ordinal: 'asc' } })).map(
      ({ id }) => id,
    );

  test('one that is refused takes nothing from its neighbours', async () => {
    const { a, b, commit } = await scene();
    const [good, late, other] = [store(a), step(b, 7), step(a, 2)];
    const stranger = step(b, 2, { memberId: newId() });
    const nowhere = store(newId());
    expect(await commit(good, late, stranger, nowhere, other)).toMatchObject([
      fine,
      refused('stale'),
      refused('not_allowed'),
      refused('not_allowed'),
      fine,
    ]);
    expect(await frameIds(a)).toEqual([good.frame.frameId, other.frame?.frameId]);
    expect(await frameIds(b)).toEqual([]);
  });

  test('a row that cannot be written fails alone', async () => {
    const { a, b, commit } = await scene();
    const record = { i: 0, direction: 0 as const, blob: noise(584) };
    expect(await commit(step(a, 2, { archive: [record] }))).toMatchObject([fine]);
    // The archive number is taken, which only the database knows.
    const taken = step(a, 3, { archive: [record] });
    const writes = [store(a), store(b), taken, step(b, 2), store(b)];
    expect(await commit(...writes)).toMatchObject([fine, fine, refused('not_allowed'), fine, fine]);
    expect(await database().mailbox.findUnique({ where: { id: a } })).toMatchObject({
      checkpointN: 2,
    });
    expect(await frameIds(b)).toHaveLength(3);
    expect(await frameIds(a)).not.toContain(taken.frame?.frameId);
  });

  test('steps of one mailbox go one after another, and the last checkpoint is kept', async () => {
    const { a, commit } = await scene();
    const steps = [2, 3, 4].map((n) => step(a, n));
    expect(await commit(...steps)).toMatchObject([fine, fine, fine]);
    expect(await frameIds(a)).toEqual(steps.map(({ frame }) => frame?.frameId));
    const [stored] = await database().checkpoint.findMany({ where: { mailboxId: a } });
    expect(stored).toMatchObject({ n: 4, blob: steps[2]?.checkpoint.blob });
  });

  test('what comes twice is stored once, in one group or in two', async () => {
    const { a, b, commit } = await scene();
    const [frame, forward] = [store(a), step(a, 2)];
    expect(await commit(frame, forward, frame, forward)).toMatchObject([fine, fine, again, again]);
    expect(await commit(frame, forward)).toMatchObject([again, again]);
    expect(await commit(step(a, 2))).toMatchObject([refused('stale')]);
    expect(await commit({ ...frame, mailboxId: b })).toMatchObject([refused('not_allowed')]);
    expect(await frameIds(a)).toHaveLength(2);
  });

  test('what is stored and confirmed in one group is gone, and the other way stays', async () => {
    const { a, b, commit } = await scene();
    const [first, second] = [store(a), store(a)];
    const received = [first.frame.frameId, second.frame.frameId];
    await commit(first);
    const confirm = step(a, 2, { received });
    const foreign = step(b, 2, { frame: null, received });
    expect(await commit(foreign, second, confirm)).toMatchObject([fine, fine, fine]);
    const mine = confirm.frame?.frameId ?? '';
    expect(await frameIds(a)).toEqual([mine]);
    await commit({ kind: 'arrived', mailboxId: b, frameIds: [mine] });
    expect(await frameIds(a)).toEqual([mine]);
    await commit({ kind: 'arrived', mailboxId: a, frameIds: [mine] });
    expect(await frameIds(a)).toEqual([]);
  });

  test('after the end nothing more is said, and last words are still fetched', async () => {
    const { a, commit } = await scene();
    const end = step(a, 2, { closes: true, expiresDay: 40 });
    const fetched = step(a, 3, { states: ['open', 'closed'], frame: null });
    expect(await commit(end, store(a), step(a, 3), fetched)).toMatchObject([
      fine,
      refused('closed'),
      refused('closed'),
      fine,
    ]);
    expect(await database().mailbox.findUnique({ where: { id: a } })).toMatchObject({
      state: 'closed',
      expiresDay: 40,
      checkpointN: 3,
    });
  });

  test('a group cannot fill the server either', async () => {
    const { a, commit } = await scene();
    const writes = Array.from({ length: limits.waitingFrames + 1 }, () => store(a));
    const ends = await commit(...writes);
    expect(ends.slice(0, -1).every((end) => 'reply' in end && end.reply.ok)).toBe(true);
    expect(ends.at(-1)).toMatchObject(refused('too_many'));
  });
});
