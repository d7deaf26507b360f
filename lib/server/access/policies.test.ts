import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { enrolledStep } from '../accounts/policy.ts';
import { judgeMissedSwap, judgeMissedTake, mayRewrap, mayTake } from '../conversations/policy.ts';
import type { Take } from '../conversations/types.ts';
import { mayAppend } from '../directory/policy.ts';
import { attached, opensOnce, ownsMailbox, startFits, wasAnswered } from '../mailboxes/policy.ts';
import { mayApprove, mayRenew, maySuspend } from '../members/policy.ts';
import { readOwnRecord } from '../organisations/policy.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import { newCheckpoint, newId, newTake, noise, startFrame } from '../realtime/test-people.ts';
import { activeMember, counsellor, supervisor } from '../sessions/policy.ts';
import type { Actor } from '../sessions/types.ts';

const now = Date.now();
const founded = foundOrganisation(now);
const other = foundOrganisation(now);
const actor = (roles: number, status: Actor['status'] = 'active'): Actor => ({
  memberId: newId() as Actor['memberId'],
  organisationId: founded.organisationId as Actor['organisationId'],
  roles,
  status,
  sessionHash: noise(32),
  expiresAt: new Date(now),
});
const [helper, office, newcomer] = [actor(1), actor(2), actor(3, 'pending')];
const holder = { ...helper, today: 1 };
const anotherDevice = newId() as Take['wrap']['senderDeviceId'];
const take = newTake(newId()) as unknown as Parameters<typeof mayTake>[1];
const mailbox = {
  id: newId(),
  organisationId: founded.organisationId,
  tokenHash: noise(32),
  state: 'open',
  arrival: 1,
  leaseMemberId: office.memberId,
  checkpointN: 1,
} as const;
const elsewhere = { mailbox: { ...mailbox, organisationId: newId() }, checkpoint: null };
const colleagues = { mailbox, checkpoint: newCheckpoint(1) };
const change = { memberId: newId(), entries: [founded.adminCert] };
const nobodyAttached = { mailboxId: () => null, attach: () => undefined, reservePlace: () => null };
const record = { siteEntry: other.siteEntry(1), adminCert: other.adminCert };

/**
 * Of every policy, those who may not. A new policy needs a line here; a function of a `policy.ts` that
 * says neither yes nor no stands in `noPolicy`.
 */
const refusals: Record<string, [answer: unknown, no: unknown][]> = {
  'accounts/enrolledStep': [[enrolledStep(undefined, 'real', now), null]],
  'conversations/mayTake': [
    [mayTake(office, take), 'not_allowed'],
    [mayTake(newcomer, take), 'not_allowed'],
    [mayTake(helper, { ...take, checkpoint: newCheckpoint(2) }), 'malformed'],
  ],
  'conversations/mayRewrap': [
    [mayRewrap(newcomer, take), 'not_allowed'],
    [
      mayRewrap(helper, { ...take, wrap: { ...take.wrap, senderDeviceId: anotherDevice } }),
      'not_allowed',
    ],
  ],
  'conversations/judgeMissedSwap': [
    [judgeMissedSwap(null, holder, newCheckpoint(1)), 'not_allowed'],
    [judgeMissedSwap(colleagues, holder, colleagues.checkpoint), 'not_allowed'],
  ],
  'conversations/judgeMissedTake': [
    [judgeMissedTake(null, holder, newCheckpoint(1)), 'not_allowed'],
    [judgeMissedTake(elsewhere, holder, newCheckpoint(1)), 'not_allowed'],
    [judgeMissedTake(colleagues, holder, colleagues.checkpoint), 'already_taken'],
  ],
  'directory/mayAppend': [
    [mayAppend(helper, [founded.adminCert]), 'not_allowed'],
    [mayAppend(newcomer, [founded.teamEpoch(1)]), 'not_allowed'],
    [mayAppend(office, [other.adminCert]), 'not_allowed'],
    [mayAppend(office, [noise(40)]), 'malformed'],
  ],
  'mailboxes/attached': [[attached(nobodyAttached), 'not_attached']],
  'mailboxes/opensOnce': [
    [
      opensOnce({ ...nobodyAttached, mailboxId: () => newId() as never }, { mailboxId: newId() }),
      false,
    ],
  ],
  'mailboxes/startFits': [
    [startFits({ organisationId: newId(), mailboxId: newId() }, noise(1300)), false],
    [
      startFits(
        { organisationId: mailbox.organisationId, mailboxId: mailbox.id },
        startFrame(other.organisationId, mailbox.id).blob,
      ),
      false,
    ],
  ],
  'mailboxes/ownsMailbox': [
    [ownsMailbox(mailbox, noise(32)), false],
    [ownsMailbox(mailbox, mailbox.tokenHash), false],
    [ownsMailbox(mailbox, new Uint8Array(0)), false],
  ],
  'mailboxes/wasAnswered': [
    [wasAnswered({ state: 'waiting', leaseMemberId: null }), false],
    [wasAnswered({ state: 'closed', leaseMemberId: null }), false],
  ],
  'members/mayApprove': [
    [mayApprove(helper, change), 'not_allowed'],
    [mayApprove(newcomer, change), 'not_allowed'],
    [mayApprove(office, { ...change, entries: [other.adminCert] }), 'not_allowed'],
  ],
  'members/maySuspend': [
    [maySuspend(helper, change), 'not_allowed'],
    [maySuspend(newcomer, change), 'not_allowed'],
    [maySuspend(office, { ...change, memberId: office.memberId }), 'not_allowed'],
  ],
  'members/mayRenew': [
    [mayRenew(helper, change), 'not_allowed'],
    [mayRenew(newcomer, change), 'not_allowed'],
    [mayRenew(office, { ...change, memberId: office.memberId }), 'not_allowed'],
    [mayRenew(office, { ...change, entries: [other.adminCert] }), 'not_allowed'],
  ],
  'organisations/readOwnRecord': [
    [readOwnRecord(record, founded.organisationId), null],
    [readOwnRecord({ ...record, siteEntry: founded.siteEntry(1) }, founded.organisationId), null],
  ],
  'sessions/activeMember': [[activeMember(newcomer), 'not_allowed']],
  'sessions/counsellor': [
    [counsellor(office), 'not_allowed'],
    [counsellor(newcomer), 'not_allowed'],
  ],
  'sessions/supervisor': [
    [supervisor(helper), 'not_allowed'],
    [supervisor(newcomer), 'not_allowed'],
  ],
};

/** They let everybody through who got that far, or compute something. */
const noPolicy = [
  'mailboxes/anyone',
  'sessions/anyMember',
  'duty/dutyState',
  'directory/firstHead',
  'directory/nextHead',
  'organisations/bundleAt',
  'retention/isSweepDue',
  'retention/isErasureDue',
];

const folder = new URL('..', import.meta.url);
const nouns = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[\w-]+\/policy\.ts$/.test(file))
  .map((file) => file.split('/')[0] ?? '');
const policies: string[] = [];
for (const noun of nouns) {
  const functions: Record<string, unknown> = await import(
    new URL(`${noun}/policy.ts`, folder).href
  );
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value === 'function') policies.push(`${noun}/${name}`);
  }
}

test('there are policies', () => {
  expect(policies.length).toBeGreaterThan(15);
});

test.each(policies)('%s has its test of who may not', (policy) => {
  if (noPolicy.includes(policy)) return;
  const missing = `add ${policy} to lib/server/access/policies.test.ts`;
  expect(Object.keys(refusals), missing).toContain(policy);
  for (const [answer, no] of refusals[policy] ?? []) expect(answer).toEqual(no);
});
