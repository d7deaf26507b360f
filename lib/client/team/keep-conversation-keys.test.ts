import { expect, it } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { mailboxId } from '#lib/protocol/ids.ts';
import { describeOnEachDatabase } from '#lib/server/db/test-databases.ts';
import { useHouse } from '#lib/server/realtime/test-use-house.ts';
import { openWrap, wrapToOneself } from './conversation-wraps.ts';
import type { TeamSession } from './team-session.ts';
import { foundTeam, sessionOf, signIn } from './test-team.ts';

const DAY_MS = 86_400_000;
const id = mailboxId.parse('0c'.repeat(16));
const csk = Uint8Array.from({ length: 32 }, (_, i) => i + 1);

describeOnEachDatabase('a conversation that lasts', (database) => {
  const openHouse = useHouse(database);

  /** As "Take" leaves it; of the conversation only its key matters here. */
  async function hold(session: TeamSession) {
    const wrap = wrapToOneself(session, id, csk, systemRandom);
    if (!wrap) throw new Error('no weekly key');
    const { organisationId, memberId } = session.view;
    await database().mailbox.create({
      data: {
        ...{ id, organisationId, tokenHash: Uint8Array.from(systemRandom(32)), state: 'open' },
        ...{ openedDay: 1, expiresDay: 1_000_000, checkpointN: 1 },
        ...{ leaseMemberId: memberId, leaseDeviceId: session.deviceId },
        keyWraps: { create: { ...wrap, blob: Uint8Array.from(wrap.blob) } },
      },
    });
    return wrap;
  }

  const opened = async (session: TeamSession) => {
    const answer = await session.portal.request('conversation:keys', {});
    const key = answer.ok ? answer.keys[0] : undefined;
    return key ? openWrap(session, key.mailboxId, key.wrap) : null;
  };

  it('still opens after three weekly keys, and its first wrap opens no more', async () => {
    const team = await foundTeam(await openHouse('demo'));
    const first = await hold(team.founder);
    const firstKey = team.founder.vault().deviceEpochs.map(({ epoch }) => epoch);
    await team.staff.signOut();
    for (let week = 0; week < 3; week++) {
      team.house.clock.ahead += 7 * DAY_MS;
      const staff = await signIn(team.house, 'eva');
      const key = await opened(sessionOf(staff));
      expect(key?.isNewest, `week ${week + 1}`).toBe(true);
      expect(toHex(key?.csk ?? new Uint8Array())).toBe(toHex(csk));
      await staff.signOut();
    }
    const staff = await signIn(team.house, 'eva');
    const session = sessionOf(staff);
    const kept = session.vault().deviceEpochs.map(({ epoch }) => epoch);
    expect(kept.filter((epoch) => firstKey.includes(epoch))).toEqual([]);
    expect(openWrap(session, id, first)).toBeNull();
    await staff.signOut();
  });

  it('asks for nothing again while the weekly key is the same', async () => {
    const team = await foundTeam(await openHouse('demo'));
    await hold(team.founder);
    await team.founder.keep();
    const { portal } = team.founder;
    const asked: string[] = [];
    const request = portal.request;
    Object.assign(portal, {
      request: (event: never, payload: never) => {
        asked.push(event);
        return request(event, payload);
      },
    });
    await team.founder.keep();
    expect(asked).not.toContain('conversation:keys');
    expect(asked).toContain('queue:read');
    await team.staff.signOut();
  });
});
