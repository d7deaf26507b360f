import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { newAccount } from '../members/test-account.ts';
import { addMember, addOrganisation } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

const wrong = { ok: false, code: 'wrong_credentials' };

describeOnEachDatabase('the page of somebody who waits', (database) => {
  const openHouse = useHouse(database);

  test('learns whether these keys were approved, and nobody else does', async () => {
    const house = await openHouse('demo');
    const office = await addMember(database(), await addOrganisation(database()), 3);
    const supervisor = await house.team(office.cookie);
    const { token } = await supervisor.ask('member:invite', { roles: 1 });
    const account = newAccount('bram', null, house.deps.now());
    const { memberId, watch } = (await house.post('/api/join', { token, account })).answer;
    const look = async (request: object) => (await house.post('/api/approval', request)).answer;
    expect(await look({ memberId, watch })).toEqual({ ok: true, approved: false });
    const where = { id: memberId };
    await database().member.update({ where, data: { status: 'active' } });
    expect(await look({ memberId, watch })).toEqual({ ok: true, approved: true });

    const guessed = randomBytes(32).toString('base64url');
    expect(await look({ memberId, watch: guessed })).toEqual(wrong);
    expect(await look({ memberId: office.memberId, watch })).toEqual(wrong);
    expect(await look({ memberId: '0'.repeat(32), watch })).toEqual(wrong);
    // With other keys it is another question.
    await database().member.update({ where, data: { identity: randomBytes(300) } });
    expect(await look({ memberId, watch })).toEqual(wrong);
  });
});
