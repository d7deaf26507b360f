import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newRoots } from '#lib/client/team/first-keys.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { readSiteEntry } from '#lib/protocol/site-layout.ts';
import { describeOnEachDatabase } from '#lib/server/db/test-databases.ts';
import { createSetUpLink } from '#lib/server/invitations/mutations.ts';
import { readSettings } from '#lib/server/organisations/read-settings.ts';
import { useHouse } from '#lib/server/realtime/test-use-house.ts';
import { demoOrganisations } from './demo-accounts.ts';
import { prepareOrganisation, renewOrganisation, seedOrganisation } from './seed-organisation.ts';
import { demoTerms, makeDemoUnits, renewedTerms } from './seed-units.ts';

const dayMs = 24 * 60 * 60 * 1000;

describeOnEachDatabase('an old demo', (database) => {
  const openHouse = useHouse(database);

  const settings = async () => {
    const { siteEntry } = await database().organisation.findFirstOrThrow();
    return readSettings(readSiteEntry(siteEntry)?.settings ?? new Uint8Array());
  };
  const steps = async () => {
    const log = await database().auditEntry.findMany({ orderBy: { n: 'asc' } });
    return log.filter(({ action }) => action.startsWith('terms.'));
  };

  test('agreements of its units are made anew by two people when less than 30 days are left, and not before', async () => {
    const house = await openHouse('demo');
    const now = Date.now();
    const folder = mkdtempSync(join(tmpdir(), 'havre-units-'));
    const units = await makeDemoUnits(folder, now - 335 * dayMs);
    rmSync(folder, { recursive: true });
    const roots = newRoots(1, 1, systemRandom);
    const signals = demoTerms(units, toHex(roots.roots.orgId));
    const [demo] = demoOrganisations;
    if (!demo) throw new Error('a demo without organisations');
    const prepared = await prepareOrganisation(demo, () => true);
    const { token } = await createSetUpLink(database(), dayOf(now));
    await seedOrganisation(prepared, house.address, { token, roots, signals });

    // 30 days are left: nothing happens.
    await renewOrganisation(prepared, house.address, now);
    expect((await settings())?.signals).toEqual(signals);
    expect(await steps()).toEqual([]);

    const later = now + dayMs;
    await renewOrganisation(prepared, house.address, later);
    const agreementUntilDay = dayOf(later) + 365;
    // Names and keys stay: the files that open what a unit receives lie in the folder.
    expect((await settings())?.signals).toEqual({
      ...signals,
      units: units.map((unit) => ({ ...unit, agreementUntilDay })),
    });
    const [proposed, confirmed, ...more] = await steps();
    expect([proposed?.action, confirmed?.action]).toEqual(['terms.proposed', 'terms.confirmed']);
    expect(proposed?.actor).not.toBe(confirmed?.actor);
    expect(more).toEqual([]);

    await renewOrganisation(prepared, house.address, later);
    expect(await steps()).toHaveLength(2);

    // What somebody who tries the demo proposed is not replaced.
    const waiting = { memberId: proposed?.actor ?? '', day: 1, terms: JSON.stringify(signals) };
    const { id: organisationId } = await database().organisation.findFirstOrThrow();
    await database().termsProposal.create({ data: { organisationId, ...waiting } });
    await renewOrganisation(prepared, house.address, later + 340 * dayMs);
    expect(await database().termsProposal.findMany()).toMatchObject([waiting]);
    expect(await steps()).toHaveLength(2);
  }, 120_000);
});

test('a unit that is not the demo’s own keeps its agreement', () => {
  const unit = { name: 'Somebody', country: 'NL', key: 'age1a', agreementUntilDay: 5 } as const;
  expect(renewedTerms(demoTerms([unit], null), 10)).toBeNull();
  const ours = { ...unit, name: 'Demo Police NL' };
  expect(renewedTerms(demoTerms([unit, ours], null), 10)?.units).toEqual([
    unit,
    { ...ours, agreementUntilDay: 375 },
  ]);
});
