import { describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import { teamTable } from '../realtime/team-table.ts';
import { addOrganisation, type TestMember } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { addCast, snapshot } from './test-cast.ts';
import { teamRights } from './test-team-rights.ts';
import type { Ground, Role, TeamRight } from './tests/right.ts';

const roles: readonly Role[] = ['pending', 'counsellor', 'supervisor'];
const rights = Object.entries(teamRights) as [string, TeamRight][];

describe('every event of /team', () => {
  test.each(Object.keys(teamTable))('%s says who may send it and who may not', (event) => {
    const missing = `give ${event} a row in lib/server/access/tests`;
    expect(Object.keys(teamRights), missing).toContain(event);
  });
});

describeOnEachDatabase('who may not, of a team', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const founded = foundOrganisation(house.deps.now());
    const ours = await addOrganisation(database(), founded.organisationId);
    const theirs = await addOrganisation(database());
    const cast = await addCast(database(), ours, theirs);
    const ground = async (owner: TestMember): Promise<Ground> => {
      const where = { id: ours };
      const { directoryLength } = await database().organisation.findUniqueOrThrow({ where });
      return { database: database(), founded, owner, length: directoryLength };
    };
    return { house, ours, theirs, cast, ground };
  }

  test('a role that an event is not for changes nothing and learns nothing', async () => {
    const { house, ours, cast, ground } = await scene();
    for (const role of roles) {
      const client = await house.team(cast[role].cookie);
      for (const [event, right] of rights) {
        const request = await right.request(await ground(cast[role]));
        const before = await snapshot(database(), ours);
        const answer = await client.ask(event, request);
        const told = `${role} sends ${event}`;
        if (right.may.includes(role)) {
          expect(answer, told).toMatchObject({ ok: true });
          continue;
        }
        expect(answer, told).toEqual({ ok: false, code: 'not_allowed' });
        expect(await snapshot(database(), ours), told).toBe(before);
      }
    }
  });

  test('a colleague gets at nothing that one member holds', async () => {
    const { house, ours, cast, ground } = await scene();
    const client = await house.team(cast.colleague.cookie);
    for (const [event, right] of rights) {
      const owner = right.may.includes('counsellor') ? cast.counsellor : cast.supervisor;
      const request = await right.request(await ground(owner));
      const before = await snapshot(database(), ours);
      const answer = await client.ask(event, request);
      const told = `a colleague sends ${event}`;
      if (right.colleague === 'ok' || right.colleague === 'own') {
        expect(answer, told).toMatchObject({ ok: true });
      } else {
        expect(answer, told).toEqual({ ok: false, code: right.colleague });
        expect(await snapshot(database(), ours), told).toBe(before);
      }
      // What the search for a stranger's secrets finds, so that its silence means something.
      if (event === 'queue:read') expect(secretsIn(answer, before)).not.toEqual([]);
      if (event !== 'conversation:read') continue;
      const leaseMemberId = cast.colleague.memberId;
      const held = await database().mailbox.findMany({ where: { leaseMemberId } });
      const read = answer.conversations.map((view: { mailboxId: string }) => view.mailboxId);
      expect(read.sort()).toEqual(held.map(({ id }) => id).sort());
    }
  });

  test('another organisation changes nothing of ours and learns nothing of it', async () => {
    const { house, ours, cast, ground } = await scene();
    const client = await house.team(cast.stranger.cookie);
    for (const [event, right] of rights) {
      const owner = right.may.includes('counsellor') ? cast.counsellor : cast.supervisor;
      const request = await right.request(await ground(owner));
      const before = await snapshot(database(), ours);
      const answer = await client.ask(event, request);
      const told = `a stranger sends ${event}`;
      const code = right.stranger;
      if (code === 'own') expect(answer, told).toMatchObject({ ok: true });
      else expect(answer, told).toEqual({ ok: false, code });
      expect(await snapshot(database(), ours), told).toBe(before);
      expect(secretsIn(answer, before), told).toEqual([]);
    }
    await client.settle();
    // They said of themselves that a supervisor is reachable; of us they hear nothing.
    expect(client.heard.filter(({ event }) => event !== 'duty:changed')).toEqual([]);
  });

  test('signed out, suspended or never signed in: no event at all, and the door is shut', async () => {
    const { house, ours, cast, ground } = await scene();
    const { colleague } = cast;
    for (const [event, right] of rights) {
      const request = await right.request(await ground(colleague));
      for (const change of ['session', 'status'] as const) {
        const before = await snapshot(database(), ours);
        const where = { id: colleague.memberId };
        const client = await house.team(colleague.cookie);
        const rows = await database().session.findMany({ where: { memberId: colleague.memberId } });
        if (change === 'session') await database().session.deleteMany({});
        else await database().member.update({ where, data: { status: 'suspended' } });
        const closed = new Promise((resolve) => client.socket.once('disconnect', resolve));
        const told = `${event} after the ${change} ended`;
        const answer = await client.ask(event, request).catch(() => 'closed');
        expect(['closed', { ok: false, code: 'signed_out' }], told).toContainEqual(answer);
        await closed;
        expect(await house.refusedTeam(colleague.cookie), told).toBe('signed_out');
        if (change === 'session') await database().session.createMany({ data: rows });
        else await database().member.update({ where, data: { status: 'active' } });
        expect(await snapshot(database(), ours), told).toBe(before);
      }
    }
    for (const cookie of ['', 'havre_session=', `havre_session=${'A'.repeat(43)}`]) {
      expect(await house.refusedTeam(cookie)).toBe('signed_out');
    }
  });
});

/** Ids and bytes that stand both in an answer and in what the database holds of us. */
function secretsIn(answer: unknown, ours: string): string[] {
  const said = JSON.stringify(answer, (_key, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
  const values: string[] = said.match(/[0-9a-f]{32,}/g) ?? [];
  // Every log begins behind 32 zeros, which are nobody's.
  return values.filter((value) => ours.includes(value) && !/^0+$/.test(value));
}
