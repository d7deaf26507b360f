import { afterEach } from 'vitest';
import type { Database } from '../db/database.ts';
import { sweep } from '../retention/sweep.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';
import { addInstallation } from './test-people.ts';

/** A house for each test that asks for one, closed after it. */
export function useHouse(
  database: () => Database,
): (kind?: 'real' | 'demo', needsDuty?: boolean) => Promise<TestHouse> {
  const open: TestHouse[] = [];
  afterEach(async () => {
    for (const house of open.splice(0)) await house.close();
  });
  return async (kind = 'real', needsDuty = false) => {
    await addInstallation(database(), kind === 'demo');
    const house = await openTestHouse(database(), kind, needsDuty);
    open.push(house);
    // The house sweeps as it opens: what a test puts there afterwards must not go with it, however old it is.
    await sweep(house.deps);
    return house;
  };
}
