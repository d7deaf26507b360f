import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from './fixtures/havre.ts';
import { officeRoom } from './pages/office-room.ts';

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a police unit is added by one supervisor and holds when another confirmed it, and the log shows both', async ({
  havre,
}) => {
  const saskia = await officeRoom(await havre.page(), havre.origin, 'saskia', 'Units');
  const sanne = await officeRoom(await havre.page(), havre.origin, 'sanne', 'Units');
  const units = (of: typeof saskia) => of.page.getByRole('table', { name: 'Police units' });
  await expect(units(saskia)).toContainText('Demo Police NL');

  // What cannot be right is said at its field, and nothing is proposed.
  const form = saskia.page.getByRole('form', { name: 'New unit' });
  const field = (name: string) => form.getByLabel(name, { exact: true });
  await saskia.button('New unit').click();
  await saskia.button('Add to the proposal').click();
  await expect(form).toContainText('Choose a country.');
  const identity = await generateX25519Identity();
  const key = await identityToRecipient(identity);
  await field('Name of the unit').fill('demo police nl');
  await field('Netherlands').check();
  await field('Public age key').fill(identity);
  await field('Last day of the agreement').fill(inDays(-2));
  await expect(form).toContainText('Another unit has this name.');
  await expect(form).toContainText('This is a secret key.');
  await expect(form).toContainText('This day has passed.');
  const demoKey = readFileSync(join(havre.dataDir, 'demo-unit-nl.key'), 'utf8');
  await field('Public age key').fill(/public key: (\S+)/.exec(demoKey)?.[1] ?? '');
  await expect(form).toContainText('Another unit has this key.');
  await havre.accessible(saskia.page);

  await field('Name of the unit').fill('Demo Border Police');
  await field('Public age key').fill(key);
  await field('Last day of the agreement').fill(inDays(20));
  await saskia.button('Add to the proposal').click();
  await saskia.button('Propose this').click();
  await expect(saskia.page.getByText('Proposed. Another supervisor must confirm it')).toBeVisible();
  // Not for whoever proposed it, and not in force.
  await expect(saskia.page.getByRole('heading', { name: 'Your proposal waits' })).toBeVisible();
  await expect(saskia.button('Confirm')).toHaveCount(0);
  await expect(units(saskia)).not.toContainText('Demo Border Police');

  const proposal = sanne.page.getByRole('region', { name: 'Saskia proposes a change' });
  await expect(proposal).toContainText('New unit');
  await expect(proposal).toContainText(key);
  await havre.accessible(sanne.page);
  await sanne.button('Confirm').click();
  await sanne.button('Confirm now').click();
  for (const office of [sanne, saskia]) {
    await expect(units(office)).toContainText('Demo Border Police');
    await expect(units(office)).toContainText('Ends within 30 days.');
  }

  const nav = sanne.page.getByRole('navigation', { name: 'Office' });
  await nav.getByRole('link', { name: 'Audit log', exact: true }).click();
  const log = sanne.page.getByRole('table', { name: 'Audit log' });
  const row = (text: string) => log.getByRole('row').filter({ hasText: text }).first();
  await expect(row('Proposed units or settings')).toContainText('Saskia');
  await expect(row('Confirmed units or settings')).toContainText('Sanne');
  await sanne.button('Check').click();
  await expect(sanne.page.getByText(/computed again in this browser, and all/)).toBeVisible();
  const [download] = await Promise.all([
    sanne.page.waitForEvent('download'),
    sanne.page.getByRole('link', { name: 'Save as JSON', exact: true }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(file.entries.at(-1)).toMatchObject({ who: 'Sanne', action: 'terms.confirmed' });
});

test('a setting is proposed, rejected by another supervisor, and nothing changed', async ({
  havre,
}) => {
  const dries = await officeRoom(await havre.page(), havre.origin, 'dries', 'Units');
  const elise = await officeRoom(await havre.page(), havre.origin, 'elise', 'Units');
  const least = dries.page.getByLabel('Least number of people in a situation (K_case)');
  await expect(least).toHaveValue('50');
  await least.fill('');
  await expect(dries.page.getByText('Give a whole number of 1 or more.')).toBeVisible();
  await least.fill('75');
  await dries.button('Propose this').click();
  const proposal = elise.page.getByRole('region', { name: 'Dries proposes a change' });
  await expect(proposal).toContainText('75');
  await elise.button('Reject').click();
  await expect(proposal).toHaveCount(0);
  await expect(dries.page.getByRole('heading', { name: 'Your proposal waits' })).toHaveCount(0);
  await expect(least).toHaveValue('50');
});

test('a question about one proposal is not answered for another one', async ({ havre }) => {
  test.setTimeout(180_000);
  const { origin } = await havre.ownDemo();
  const page = () => havre.page({ locale: 'en-GB' }, origin);
  const dries = await officeRoom(await page(), origin, 'dries', 'Units');
  const elise = await officeRoom(await page(), origin, 'elise', 'Units');
  const propose = async (minutes: string) => {
    await dries.page.getByLabel('Minutes to think before a case may leave').fill(minutes);
    await dries.button('Propose this').click();
  };
  await propose('3');
  await elise.button('Confirm').click();
  await expect(elise.button('Confirm now')).toBeVisible();
  await propose('9');
  await expect(elise.page.getByText('9 minutes')).toBeVisible();
  await expect(elise.button('Confirm now')).toHaveCount(0);
  const news = elise.page.getByText('Dries changed the proposal while you looked at it.');
  await expect(news).toBeFocused();
  // The new one, looked at, is confirmed like any other.
  await elise.button('Confirm').click();
  await elise.button('Confirm now').click();
  await expect(dries.page.getByRole('heading', { name: 'Your proposal waits' })).toHaveCount(0);
});
