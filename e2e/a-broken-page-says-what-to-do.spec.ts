import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';

test('an office that breaks says so in its own words, and works again after it was loaded', async ({
  havre,
}) => {
  // A page of its own: the browser complains of what is broken here on purpose.
  const page = await (await havre.browser().newContext({ locale: 'en-GB' })).newPage();
  const office = deskPage(page, havre.origin);
  await office.signIn('saskia');
  await expect(page.getByRole('heading', { name: 'People', level: 2 })).toBeVisible();
  // From here on no day can be written, which every room wants to.
  await page.evaluate(() => {
    Intl.DateTimeFormat = (() => {
      throw new Error('broken on purpose');
    }) as never;
  });
  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('is stored.');
  await page.getByRole('link', { name: 'Load again' }).click();
  await page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await office.button('Unlock').click();
  await expect(page.getByRole('heading', { name: 'People', level: 2 })).toBeVisible();
  await page.context().close();
});
