import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures/havre.ts';
import { type DeskPage, deskPage } from './pages/desk-page.ts';
import { words } from './pages/names.ts';
import { officeRoom } from './pages/office-room.ts';
import { signalsRoom } from './pages/office-signals.ts';
import { type PersonPage, personPage } from './pages/person-page.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

const form = (key: string): string => words('fr', 'team', `desk.signal.${key}`);
const code = (key: string): string => words('fr', 'signal', `codes.${key}`);

/** A case that a Belgian counsellor proposes in French, in a chat with somebody who reads Dutch. */
async function agreedCase(person: PersonPage, desk: DeskPage, leaveOut: readonly string[] = []) {
  await person.startChat('BE');
  await desk.take();
  const { page, button } = desk;
  await button(form('heading')).click();
  for (const choice of [
    form('case'),
    code('country.BE'),
    code('age_band.18-23'),
    code('gender.Feminine'),
    code('exploitation.ForcedLabour'),
    code('means_of_control.DebtBondage'),
    form('said.ownQuestionDone'),
    form('said.unwatched'),
    'Demo Police BE',
  ])
    await page.getByLabel(choice, { exact: true }).first().check();
  await button(form('send')).click();
  const card = person.page.getByRole('group', { name: 'Voorgesteld signaal', exact: true });
  await expect(card).toContainText('Een vraag van Claire.');
  await card.locator('summary').click();
  for (const field of leaveOut)
    await card.getByRole('button', { name: `Weglaten: ${field}`, exact: true }).click();
  await card.getByRole('radio', { name: 'Nee', exact: true }).check();
  await card.getByRole('button', { name: 'Ja, deel dit', exact: true }).click();
  await expect(page.getByText(form('decision.yes_yes'))).toBeVisible();
  return card;
}

/** A French-speaking counsellor in Belgium, at her desk. */
async function claire(page: Page, origin: string): Promise<DeskPage> {
  const desk = deskPage(page, origin, 'fr');
  await desk.signInAtDesk('claire');
  return desk;
}

/** The cooling-off of the demo has passed for whoever looks at this row, and the screen followed by itself. */
const minuteIsOver = (row: Locator) =>
  expect(row.getByRole('button', { name: 'Approve', exact: true })).toBeVisible({
    timeout: 75_000,
  });

test('a case leaves only when two supervisors approved it, opens with age alone, and cannot be taken back then', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const person = await havre.person('nl');
  const desk = await claire(await havre.page(), havre.origin);
  const card = await agreedCase(person, desk, ['Wie je bent', 'Wat je tegenhoudt']);

  // Both look at once: each browser counts its own minute.
  const dries = await signalsRoom(await havre.page(), havre.origin, 'dries');
  const elise = await signalsRoom(await havre.page(), havre.origin, 'elise');
  const mine = dries.row('One case').first();
  await expect(mine).toContainText('Valid');
  await expect(mine).toContainText(/\d+ seconds to think are left/);
  await expect(mine.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  await minuteIsOver(mine);
  const details = dries.below(mine);
  await details.locator('summary').first().click();
  await expect(details.getByText('Invented for the demo')).toBeVisible();
  await havre.accessible(dries.page);
  await mine.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(mine).toContainText('You approved this.');
  await expect(mine.getByRole('button', { name: 'Release' })).toHaveCount(0);

  const theirs = elise.row('One case').first();
  await expect(theirs).toContainText('Dries');
  await theirs.getByRole('button', { name: 'Approve', exact: true }).click();
  // The other supervisor's screen follows by itself.
  await expect(mine).toContainText('Dries, Elise');
  const isFile = (text: string) => !text.includes('havre-consent-record');
  const shown = (await elise.below(theirs).locator('pre').allTextContents()).filter(isFile);
  await theirs.getByRole('button', { name: 'Release', exact: true }).click();
  const left = elise.row('One case: Released').first();
  await expect(left).toBeVisible();
  await expect(dries.row('One case: Released').first()).toBeVisible();

  const [download] = await Promise.all([
    elise.page.waitForEvent('download'),
    left.getByRole('link', { name: 'Download', exact: true }).click(),
  ]);
  const file = await download.path();
  const key = join(havre.dataDir, 'demo-unit-be.key');
  const zip = execFileSync('age', ['-d', '-i', key, file], { maxBuffer: 1e8 });
  // What stood on the screen of whoever let it leave, byte for byte, and nothing else.
  const inside = Object.values(unzipSync(zip)).map((bytes) => new TextDecoder().decode(bytes));
  expect(inside.sort()).toEqual(shown.sort());
  expect(inside.length).toBeGreaterThan(5);
  const other = spawnSync('age', ['-d', '-i', join(havre.dataDir, 'demo-unit-nl.key'), file]);
  expect(other.status).not.toBe(0);
  const opened = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'e2e/signal-open.ts', file, '--identity', key, '--lang', 'nl'],
    { cwd: project, encoding: 'utf8' },
  );
  expect(opened.stdout).toContain('- Leeftijd: 18 of ouder');
  expect(opened.stdout).toContain('Alles klopt');
  expect(opened.stdout).toMatch(/^SYNTHETISCH, een proefbestand/);
  expect(opened.stdout).not.toMatch(/meisje of vrouw|schulden/);
  expect(opened.status).toBe(0);
  // The server never had what it says: planted in the file, absent from the data folder's log.
  expect(readFileSync(file).includes('ForcedLabour')).toBe(false);

  await card.getByRole('button', { name: 'Terugnemen', exact: true }).click();
  await expect(card).toContainText('Terugnemen kan niet meer.');
});

test('a case that was taken back is gone for both supervisors, and one approval is worth nothing', async ({
  havre,
}) => {
  const person = await havre.person('nl');
  test.setTimeout(180_000);
  const desk = await claire(await havre.page(), havre.origin);
  const dries = await signalsRoom(await havre.page(), havre.origin, 'dries');
  const before = await dries.row('Valid').count();
  const card = await agreedCase(person, desk);
  await expect(dries.row('Valid')).toHaveCount(before + 1);
  await minuteIsOver(dries.row('Valid').last());
  await dries.row('Valid').last().getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dries.row('You approved this.')).toHaveCount(1);
  await card.getByRole('button', { name: 'Terugnemen', exact: true }).click();
  await expect(card).toContainText('Het is weg. Niemand krijgt het.');
  await expect(dries.row('Valid')).toHaveCount(before);
});

test('a yes holds when another waiting time and another unit came after it; it ends with its own unit', async ({
  havre,
}) => {
  test.setTimeout(240_000);
  const { origin } = await havre.ownDemo();
  const page = () => havre.page({ locale: 'en-GB' }, origin);
  const person = personPage(await page(), origin, 'nl');
  const desk = await claire(await page(), origin);
  await agreedCase(person, desk);

  const dries = await officeRoom(await page(), origin, 'dries', 'Units');
  const elise = await officeRoom(await page(), origin, 'elise', 'Units');
  const confirm = async () => {
    await dries.button('Propose this').click();
    await elise.button('Confirm').click();
    await elise.button('Confirm now').click();
    await expect(elise.page.getByRole('region', { name: 'Dries proposes a change' })).toHaveCount(
      0,
    );
  };
  const wait = 'Minutes to think before a case may leave (demo only)';
  await dries.page.getByLabel(wait).fill(String(5 * 24 * 60));
  await confirm();
  const signals = await signalsRoom(await page(), origin, 'elise');
  const row = signals.row('One case').first();
  await expect(row).toContainText('Valid');
  await minuteIsOver(row);
  await expect(row.getByTestId('refusal-reason')).toHaveCount(0);

  await dries.button('Remove Demo Police BE').click();
  await confirm();
  await expect(row.getByTestId('refusal-reason')).toContainText('agreement');
  await expect(row.getByRole('button', { name: 'Release' })).toHaveCount(0);
});
