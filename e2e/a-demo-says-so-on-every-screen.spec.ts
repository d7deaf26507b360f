import type { Page } from '@playwright/test';
import { officePlaces } from '#lib/client/office/use-office-place.ts';
import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { enrolPage } from './pages/enrol-page.ts';
import { officeRoom } from './pages/office-room.ts';

const sentence = 'Demo. Do not use it for real people.';

/** Not only in the page: on the screen, before anybody scrolls. */
const saysSo = (page: Page) =>
  expect(page.getByText(sentence, { exact: true })).toBeInViewport({ ratio: 1 });
const saysNothing = (page: Page) => expect(page.getByText(/^demo\b/i)).toHaveCount(0);

/** Every room of the office, then the desk, then the locked screen. */
async function throughAll(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  const rooms = page.getByRole('navigation', { name: 'Office', exact: true }).getByRole('link');
  await expect(rooms).toHaveCount(officePlaces.length);
  for (const room of await rooms.all()) {
    await room.click();
    const heading = { name: (await room.textContent()) ?? '', level: 2, exact: true };
    await expect(page.getByRole('heading', heading)).toBeVisible();
    await look(page);
  }
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Waiting', exact: true })).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  await look(page);
}

test('desk and office of a demo say so on every screen', async ({ havre }) => {
  test.setTimeout(180_000);
  const saskia = await officeRoom(await havre.page(), havre.origin, 'saskia', 'People');
  // Far down a room of a phone, too.
  await saskia.page.setViewportSize({ width: 360, height: 640 });
  await saskia.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await saysSo(saskia.page);
  await saskia.page.setViewportSize({ width: 1280, height: 720 });
  await throughAll(saskia.page, saysSo);

  // A desk in use, also on a phone, where the conversation takes the room.
  const person = await havre.person('en');
  await person.startChat('NL');
  const anna = await havre.desk('anna', { viewport: { width: 360, height: 640 } });
  await saysSo(anna.page);
  await anna.take();
  await saysSo(anna.page);
  await anna.button('Propose a signal').click();
  await expect(anna.page.getByRole('heading', { name: 'Propose a signal' })).toBeVisible();
  await saysSo(anna.page);
  await anna.page.goto(`${havre.origin}/en/office`);
  await saysSo(anna.page);
  await anna.page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await anna.button('Unlock').click();
  await expect(
    anna.page.getByText('The office is for supervisors. Your desk is open to you.'),
  ).toBeVisible();
  await saysSo(anna.page);
});

test('so does the desk of somebody whose five words nobody compared yet', async ({ havre }) => {
  const saskia = await officeRoom(await havre.page(), havre.origin, 'saskia', 'People');
  await saskia.page.getByLabel('Counsellor').check();
  await saskia.button('Make a link').click();
  const link = await saskia.page.getByLabel('Link', { exact: true }).inputValue();
  const { page, press } = enrolPage(await havre.page());
  await page.goto(link);
  await press('Begin');
  await page.getByLabel('Name', { exact: true }).fill('nora');
  await page.getByLabel('Work name').fill('Nora');
  await press('Continue');
  const password = (await page.getByTestId('passphrase').locator('li').allTextContents()).join(' ');
  await press('I wrote them down');
  await page.getByLabel('Password').fill(password);
  await press('Continue');
  await expect(page.getByTestId('five-words')).toBeVisible();
  await deskPage(page, havre.origin).signIn('nora', password);
  await expect(page.getByRole('button', { name: 'Look again' })).toBeVisible();
  await saysSo(page);
});

test('an organisation of its own is called a demo nowhere', async ({ havre }) => {
  test.setTimeout(180_000);
  const real = await havre.realServer();
  const { page, setUp, signIn } = enrolPage(await havre.page({ locale: 'en-GB' }, real.origin));
  const link = /http:\S+\/setup\/\S+/.exec(real.log())?.[0] ?? '';
  const eva = await setUp(link, 'House on the Corner');
  await signIn(real.origin, eva);
  await throughAll(page, saysNothing);
});
