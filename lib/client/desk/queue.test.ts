import { describe, expect, it } from 'vitest';
import { frameId, mailboxId, memberId, organisationId } from '#lib/protocol/ids.ts';
import { createQueue } from './queue.ts';

const hex = (digit: string) => digit.repeat(32);
const session = {
  epochSeed: () => null,
  view: {
    memberId: memberId.parse(hex('1')),
    organisationId: organisationId.parse(hex('2')),
    loginName: 'anna',
    displayName: 'Anna',
    roles: 1,
    status: 'active',
    demo: true,
  },
} as const;
const waiting = (digit: string, frames: string[] = []) => ({
  mailboxId: mailboxId.parse(hex(digit)),
  arrival: Number.parseInt(digit, 16),
  presence: 'here' as const,
  frames: frames.map((id) => ({ frameId: frameId.parse(hex(id)), blob: new Uint8Array(1) })),
});
const open = () => createQueue(session, () => 0);
const ids = (queue: ReturnType<typeof open>) =>
  queue.getSnapshot().map((card) => card.mailboxId[0]);

describe('the queue', () => {
  it('does not lose somebody who came while the list was on its way', () => {
    const queue = open();
    const read = queue.reading();
    queue.add(waiting('b'));
    read([waiting('a')]);
    expect(ids(queue)).toEqual(['a', 'b']);
  });

  it('does not bring back somebody who was taken while the list was on its way', () => {
    const queue = open();
    queue.add(waiting('a'));
    const read = queue.reading();
    queue.remove(waiting('a').mailboxId);
    read([waiting('a'), waiting('b')]);
    expect(ids(queue)).toEqual(['b']);
  });

  it('forgets who is not on the list any more', () => {
    const queue = open();
    queue.add(waiting('a'));
    queue.reading()([waiting('b')]);
    expect(ids(queue)).toEqual(['b']);
  });

  it('keeps a frame that came while the list was on its way', () => {
    const queue = open();
    queue.add(waiting('a', ['1']));
    const read = queue.reading();
    const [later] = waiting('a', ['2']).frames;
    if (later) queue.addFrame(waiting('a').mailboxId, later);
    read([waiting('a', ['1'])]);
    const frames = queue.mailbox(waiting('a').mailboxId)?.frames ?? [];
    expect(frames.map((frame) => frame.frameId[0])).toEqual(['1', '2']);
  });

  it('says once that somebody is new', () => {
    const queue = open();
    expect([queue.add(waiting('a')), queue.add(waiting('a'))]).toEqual([true, false]);
  });
});
