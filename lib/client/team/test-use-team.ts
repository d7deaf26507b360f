import { afterEach } from 'vitest';
import type { Database } from '#lib/server/db/database.ts';
import { useHouse } from '#lib/server/realtime/test-use-house.ts';
import type { Staff } from './staff-state.ts';
import { foundTeam, signIn, type TestTeam } from './test-team.ts';

/** Houses and teams of one test each; whoever is still signed in after it is locked before the house closes. */
export function useTeam(database: () => Database) {
  const openHouse = useHouse(database);
  const staffs: Staff[] = [];
  afterEach(async () => {
    for (const staff of staffs.splice(0)) await staff.lock();
  });
  const keep = (staff: Staff): Staff => {
    staffs.push(staff);
    return staff;
  };
  return {
    openHouse,
    keep,
    /** A team whose founder is signed in. */
    async found(): Promise<TestTeam> {
      const team = await foundTeam(await openHouse('demo'));
      keep(team.staff);
      return team;
    },
    /** Signs a member in. */
    enter: async (team: TestTeam, name: string) => keep(await signIn(team.house, name)),
  };
}
