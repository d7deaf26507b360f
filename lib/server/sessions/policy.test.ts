import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { memberId, organisationId } from '#lib/protocol/ids.ts';
import { activeMember, anyMember, counsellor, supervisor } from './policy.ts';
import type { Actor } from './types.ts';

const id = () => randomBytes(16).toString('hex');

function actor(roles: number, status: Actor['status']): Actor {
  return {
    memberId: memberId.parse(id()),
    organisationId: organisationId.parse(id()),
    roles,
    status,
    sessionHash: new Uint8Array(32),
    expiresAt: new Date(),
  };
}

const no = 'not_allowed';

test.each([
  ['pending', 3, { anyMember: null, activeMember: no, counsellor: no, supervisor: no }],
  ['active', 1, { anyMember: null, activeMember: null, counsellor: null, supervisor: no }],
  ['active', 2, { anyMember: null, activeMember: null, counsellor: no, supervisor: null }],
  ['active', 3, { anyMember: null, activeMember: null, counsellor: null, supervisor: null }],
  ['active', 4, { anyMember: null, activeMember: null, counsellor: no, supervisor: no }],
] as const)('a member who is %s, with roles %i, may what these say', (status, roles, answers) => {
  const who = actor(roles, status);
  expect({
    anyMember: anyMember(),
    activeMember: activeMember(who),
    counsellor: counsellor(who),
    supervisor: supervisor(who),
  }).toEqual(answers);
});
