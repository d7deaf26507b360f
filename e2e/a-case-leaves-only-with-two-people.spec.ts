import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures/havre.ts';
import { type DeskPage, deskPage } from './pages/desk-page.ts';
import { officeRoom } from './pages/office-room.ts';
import { signalsRoom } from './pages/office-signals.ts';
import { type PersonPage, personPage } from './pages/person-page.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/** A case that a Belgian counsellor proposes in French, in a chat with somebody who reads Dutch. */
async function agreedCase(person: PersonPage, desk: DeskPage, leaveOut: readonly string[] = []) {
  await person.startChat('NL');
  await desk.take();
  const { page, button } = desk;
  await button('Propose a signal').click();
  for (const choice of [
    'This case alone',
    'the Netherlands',
    '18 to 23',
    'girl or woman',
    'forced work, or unfair pay and not able to leave',
    'debts you have to pay off',
    'Their own question has been dealt with.',
    'Nobody is watching, as far as I know.',
    'Demo Police NL',
  ])
    await page.getByLabel(choice, { exact: true }).first().check();
  await button('Propose').click();
  const card = person.page.getByRole('group', { name: 'Voorgesteld signaal', exact: true });
  await card.locator('summary').click();
  for (const field of leaveOut)
    await card.getByRole('button', { name: `Weglaten: ${field}`, exact: true }).click();
  await card.getByRole('radio', { name: 'Nee', exact: true }).check();
  await card.getByRole('button', { name: 'Ja, deel dit', exact: true }).click();
  await expect(page.getByText('yes. Sealed for the supervisors.')).toBeVisible();
  return card;
}

test('a case leaves only when two supervisors approved it, opens with age alone, and cannot be taken back then', async ({
  havre,
}) => {
  const person = await havre.person('nl');
  const desk = await havre.desk('anna');
  const card = await agreedCase(person, desk, ['Wie je bent', 'Wat je tegenhoudt']);

  const saskia = await signalsRoom(await havre.page(), havre.origin, 'saskia');
  const mine = saskia.row('One case').first();
  await expect(mine).toContainText('Valid');
  await mine.locator('summary').first().click();
  await expect(mine.getByText('Invented for the demo')).toBeVisible();
  await havre.accessible(saskia.page);
  await mine.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(mine).toContainText('You approved this.');
  await expect(mine.getByRole('button', { name: 'Release' })).toHaveCount(0);

  const sanne = await signalsRoom(await havre.page(), havre.origin, 'sanne');
  const theirs = sanne.row('One case').first();
  await expect(theirs).toContainText('Saskia');
  await theirs.getByRole('button', { name: 'Approve', exact: true }).click();
  // The other supervisor's screen follows by itself.
  await expect(mine).toContainText('Sanne, Saskia');
  const shown = await theirs.locator('pre').allTextContents();
  await theirs.getByRole('button', { name: 'Release', exact: true }).click();
  const left = sanne.row('One case: Released').first();
  await expect(left).toBeVisible();
  await expect(saskia.row('One case: Released').first()).toBeVisible();

  const [download] = await Promise.all([
    sanne.page.waitForEvent('download'),
    left.getByRole('link', { name: 'Download', exact: true }).click(),
  ]);
  const file = await download.path();
  const key = join(havre.dataDir, 'demo-unit-nl.key');
  const zip = execFileSync('age', ['-d', '-i', key, file], { maxBuffer: 1e8 });
  // What stood on the screen of whoever let it leave, byte for byte, and nothing else.
  const inside = Object.values(unzipSync(zip)).map((bytes) => new TextDecoder().decode(bytes));
  expect(inside.sort()).toEqual(shown.sort());
  expect(inside.length).toBeGreaterThan(5);
  const other = spawnSync('age', ['-d', '-i', join(havre.dataDir, 'demo-unit-be.key'), file]);
  expect(other.status).not.toBe(0);
  const opened = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'e2e/signal-open.ts', file, '--identity', key, '--lang', 'nl'],
    { cwd: project, encoding: 'utf8' },
  );
  expect(opened.stdout).toContain('- Leeftijd: 18 of ouder');
  expect(opened.stdout).toContain('Alles klopt');
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
  const desk = await havre.desk('anna');
  const saskia = await signalsRoom(await havre.page(), havre.origin, 'saskia');
  const before = await saskia.row('Valid').count();
  const card = await agreedCase(person, desk);
  await expect(saskia.row('Valid')).toHaveCount(before + 1);
  await saskia.row('Valid').last().getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(saskia.row('You approved this.')).toHaveCount(1);
  await card.getByRole('button', { name: 'Terugnemen', exact: true }).click();
  await expect(card).toContainText('Het is weg. Niemand krijgt het.');
  await expect(saskia.row('Valid')).toHaveCount(before);
});

test('a yes holds when another waiting time and another unit came after it; it ends with its own unit', async ({
  havre,
}) => {
  test.setTimeout(150_000);
  const { origin } = await havre.ownDemo();
  const page = () => havre.page({ locale: 'en-GB' }, origin);
  const person = personPage(await page(), origin, 'nl');
  const desk = deskPage(await page(), origin);
  await desk.signInAtDesk('anna');
  await agreedCase(person, desk);

  const saskia = await officeRoom(await page(), origin, 'saskia', 'Units');
  const sanne = await officeRoom(await page(), origin, 'sanne', 'Units');
  const confirm = async () => {
    await saskia.button('Propose this').click();
    await sanne.button('Confirm').click();
    await sanne.button('Confirm now').click();
    await expect(sanne.page.getByRole('region', { name: 'Saskia proposes a change' })).toHaveCount(
      0,
    );
  };
  const wait = 'Minutes to think before a case may leave (demo only)';
  await saskia.page.getByLabel(wait).fill(String(5 * 24 * 60));
  await confirm();
  const signals = await signalsRoom(await page(), origin, 'sanne');
  const row = signals.row('One case').first();
  await expect(row).toContainText('Valid');
  await expect(row.getByTestId('refusal-reason')).toHaveCount(0);

  await saskia.button('Remove Demo Police NL').click();
  await confirm();
  await expect(row.getByTestId('refusal-reason')).toContainText('agreement');
  await expect(row.getByRole('button', { name: 'Release' })).toHaveCount(0);
});
