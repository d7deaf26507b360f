import { expect, test } from 'vitest';
import { claimInstallation } from './installation.ts';
import { describeOnEachDatabase } from './test-databases.ts';

const organisation = {
  id: '0'.repeat(32),
  siteEntry: new Uint8Array(1),
  adminCert: new Uint8Array(1),
  siteVersion: 1,
  directoryLength: 0,
  directoryHead: new Uint8Array(32),
};

describeOnEachDatabase('whose database it is', (database) => {
  test('a new database becomes what it is first started as, and stays so', async () => {
    const first = await claimInstallation(database(), false);
    const second = await claimInstallation(database(), false);
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(first.installation.siteId).toHaveLength(16);
    expect(first.installation.accountSecret).toHaveLength(32);
    expect(second.installation).toEqual(first.installation);
  });

  test('a real server refuses the database of a demo', async () => {
    await claimInstallation(database(), true);
    expect(await claimInstallation(database(), false)).toEqual({ ok: false, code: 'holds_demo' });
  });

  test('a demo refuses a database with organisations that it did not make', async () => {
    await claimInstallation(database(), false);
    await database().organisation.create({ data: organisation });
    expect(await claimInstallation(database(), true)).toEqual({
      ok: false,
      code: 'holds_organisations',
    });
  });

  test('a demo may take a database in which nothing was set up', async () => {
    await claimInstallation(database(), false);
    expect(await claimInstallation(database(), true)).toMatchObject({ ok: true });
    expect(await claimInstallation(database(), false)).toMatchObject({ ok: false });
  });
});
