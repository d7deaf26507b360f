import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { foundBelow, slicesOf } from '#lib/server/test-search-bytes.ts';
import { frozenPhones } from './fixtures/frozen-phone.ts';
import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { helpNames, type Locale, words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const said = 'canary-of-the-person-3391';
const answered = 'canary-of-the-counsellor-7720';
const draft = 'canary-half-written-1155';

/** Whether any of the canaries stands anywhere in the page, shown or hidden. */
const canariesIn = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('textarea, input')];
    const values = fields.map((field) => (field as HTMLTextAreaElement).value).join(' ');
    return `${document.documentElement.outerHTML} ${values}`.match(/canary-[\w-]+/g) ?? [];
  });

test('Undo brings everything back, and until then nobody sees anything of it', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await person.write(said);
  await anna.take();
  await anna.write(answered);
  await person.reads(answered);
  await person.box.fill(draft);
  expect(await canariesIn(person.page)).toEqual(expect.arrayContaining([said, answered, draft]));

  await person.deleteAll();
  expect(await canariesIn(person.page)).toEqual([]);
  await expect(person.page.getByRole('status')).toHaveText('Deleting everything. Undo?');
  await expect(person.page.getByText(/^Seconds left: [1-5]$/)).toBeVisible();
  await expect(person.page.locator('a[href^="/exit/"]').first()).toBeVisible();
  await person.page.keyboard.press('Enter');

  await person.reads(said);
  await person.reads(answered);
  await expect(person.box).toHaveValue(draft);
  await expect(person.button('Menu')).toBeFocused();
  await person.button('Send').click();
  await anna.reads(draft);
  await anna.reads(said);
});

const deleted = (locale: Locale) => words(locale, 'chat', 'erase.deleted');

test('somebody who waits can delete it too, and leaves the queue', async ({ havre }) => {
  const person = await havre.person('nl');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await person.write(said);
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(1);
  await person.deleteAll();
  await expect(person.page.getByText(deleted('nl'))).toBeVisible();
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(0);
  await havre.accessible(person.page);
});

test('somebody whose chat has ended can delete it too', async ({ havre }) => {
  const person = await havre.person('fr');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await person.write(said);
  await anna.take();
  await anna.reads(said);
  await expect(person.page.getByText('Anna').first()).toBeVisible();
  await person.end();
  await expect(person.box).toHaveCount(0);
  await expect(
    person.page.getByText(/Demo Help NL le garde jusqu’au \d.* Tu veux tout effacer/),
  ).toBeVisible();
  await person.deleteAll();
  await expect(person.page.getByText(deleted('fr'))).toBeVisible();
  await expect(anna.page.getByText(/The person deleted everything/)).toBeVisible();
  expect(await canariesIn(anna.page)).toEqual([]);
});

test('without internet it is gone here, and the page says when it is gone on the server', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await person.write(said);
  await anna.take();
  await anna.reads(said);
  await person.page.context().setOffline(true);
  await person.deleteAll();
  await expect(person.page.getByText(/not deleted on our server yet/)).toBeVisible();
  expect(await canariesIn(person.page)).toEqual([]);
  await anna.reads(said);
  await person.page.context().setOffline(false);
  await expect(person.page.getByText(/^Everything is deleted/)).toBeVisible();
  await expect(anna.page.getByText(/The person deleted everything/)).toBeVisible();
  expect(await canariesIn(anna.page)).toEqual([]);
});

test('leaving before the five seconds are over deletes at once', async ({ havre }) => {
  const anna = await havre.desk('anna');
  const leave = [
    (page: Page) => page.locator('a[href^="/exit/"]').first().click(),
    (page: Page) => page.close({ runBeforeUnload: true }),
  ];
  for (const go of leave) {
    const person = await havre.person('en');
    await person.startChat('NL');
    await person.write(said);
    await anna.take();
    await anna.reads(said);
    await person.deleteAll();
    await go(person.page);
    await expect(anna.page.getByText(/The person deleted everything/)).toBeVisible();
    expect(await canariesIn(anna.page)).toEqual([]);
  }
});

test('a phone that is put away before the five seconds are over deletes at once', async ({
  havre,
}) => {
  const phones = await frozenPhones();
  test.skip(phones === null, 'no Chromium of the system here');
  if (!phones) return;
  const anna = await havre.desk('anna');
  const person = await phones.person(havre.origin);
  const names = helpNames('en');
  await person.startChat('en', { next: names.continue, start: names.start });
  await person.write(said, names.send);
  await anna.take();
  await anna.reads(said);
  await person.press(names.menu);
  await person.press(names.deleteAll);
  await expect.poll(person.bodyText).toContain(names.undo);
  // Something else is in front, and the system lets this page run no more: no second is counted.
  await person.freeze();
  await expect(anna.page.getByText(/The person deleted everything/)).toBeVisible();
  expect(await canariesIn(anna.page)).toEqual([]);
  await phones.close();
});

test('delete everything is true: screens, sign-in, and the bytes in the data folder', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const demo = await havre.ownDemo();
  const person = personPage(await havre.page({}, demo.origin), demo.origin);
  const anna = deskPage(await havre.page({}, demo.origin), demo.origin);
  await anna.signInAtDesk('anna');
  await person.startChat('NL');
  await person.write(said);
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(1);
  const signIn = havre.trafficOf(anna.page).blobs().length;
  await anna.take();
  await anna.reads(said);
  await anna.write(answered);
  await person.reads(answered);
  await expect(person.tick(said)).toContainText('Read');

  // What crossed the wire since: START, CLAIM, frames both ways, checkpoints, archive records, the key.
  const ofAnna = havre.trafficOf(anna.page).blobs().slice(signIn);
  const wire = [...havre.trafficOf(person.page).blobs(), ...ofAnna];
  const mailboxId = Buffer.from(havre.mailboxOf(person.page));
  const sealed = wire.filter((blob) => blob.length > 500 && blob.length <= 4168);
  const onDisk = foundBelow(demo.dataDir, sealed.flatMap(slicesOf));
  const checkpoints = sealed.filter((blob) => blob.length === 4168);
  expect(sealed.length).toBeGreaterThan(8);
  expect(checkpoints.length).toBeGreaterThan(1);
  expect(onDisk.size).toBeGreaterThan(sealed.length);
  expect(foundBelow(demo.dataDir, [mailboxId]).size).toBe(1);

  await person.deleteAll();
  await expect(person.page.getByText(/^Everything is deleted/)).toBeVisible();
  await expect(anna.page.getByText(/The person deleted everything/)).toBeVisible();
  for (const { page } of [person, anna]) expect(await canariesIn(page)).toEqual([]);

  await anna.page.reload();
  await anna.page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await anna.button('Unlock').click();
  await expect(anna.waiting).toBeVisible();
  await expect(anna.chats.getByRole('listitem')).toHaveCount(0);
  await expect(anna.page.getByRole('main').getByRole('alert')).toHaveCount(0);

  for (const { page } of [person, anna]) await page.context().close();
  expect(await demo.end()).toBe(0);
  // What the server does by itself in the next quiet minute, now.
  execFileSync(process.execPath, ['--import', 'tsx', 'lib/server/erase-now.ts'], {
    cwd: project,
    env: { ...process.env, DATA_DIR: demo.dataDir, DATABASE_URL: '' },
  });
  expect(foundBelow(demo.dataDir, [mailboxId]).size).toBe(0);
  expect(foundBelow(demo.dataDir, sealed.flatMap(slicesOf)).size).toBe(0);
  // The search still finds what is there.
  expect(foundBelow(demo.dataDir, [Buffer.from('Demo Help NL')]).size).toBe(1);
});
