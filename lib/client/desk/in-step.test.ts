import { expect, it } from 'vitest';
import { mailboxId } from '#lib/protocol/ids.ts';
import { createInStep } from './in-step.ts';

const one = mailboxId.parse('01'.repeat(16));
const two = mailboxId.parse('02'.repeat(16));

it('lets a fact wait for the answer that tells what was before it', () => {
  const log: string[] = [];
  const step = createInStep(() => false);
  const connection = step.begin();
  step.run(one, () => log.push('fact'));
  expect(log).toEqual([]);
  step.known(connection);
  expect(log).toEqual(['fact']);
  step.run(one, () => log.push('later'));
  expect(log).toEqual(['fact', 'later']);
});

it('believes no answer of an older connection, and drops what that one told', () => {
  const log: string[] = [];
  const step = createInStep(() => false);
  const first = step.begin();
  step.run(one, () => log.push('of the first'));
  step.lost();
  const second = step.begin();
  step.run(one, () => log.push('of the second'));
  step.known(first);
  expect(log).toEqual([]);
  step.known(second);
  expect(log).toEqual(['of the second']);
});

it('lets a mailbox that is being taken wait, and no other', () => {
  const log: string[] = [];
  let taking = true;
  const step = createInStep((id) => taking && id === one);
  step.known(step.begin());
  step.run(one, () => log.push('one'));
  step.run(two, () => log.push('two'));
  expect(log).toEqual(['two']);
  taking = false;
  step.flush();
  expect(log).toEqual(['two', 'one']);
});

it('tells who waits for it when all is known', async () => {
  const step = createInStep(() => false);
  const connection = step.begin();
  let done = false;
  const waited = step.caughtUp().then(() => {
    done = true;
  });
  await Promise.resolve();
  expect(done).toBe(false);
  step.known(connection);
  await waited;
  await step.caughtUp();
});
