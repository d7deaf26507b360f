import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';
import { officeRoom } from './pages/office-room.ts';

test('a sign-in name that is taken is told when its field is left, and no later', async ({
  havre,
}) => {
  const saskia = await officeRoom(await havre.page(), havre.origin, 'saskia', 'People');
  await saskia.button('Make a link').click();
  const address = await saskia.page.getByLabel('Link', { exact: true }).inputValue();
  const page = await havre.page({ locale: 'en-GB' });
  await page.goto(address);
  await page.getByRole('button', { name: 'Begin' }).click();
  const name = page.getByLabel('Name', { exact: true });
  const taken = page.getByText(words('en', 'enrol', 'account.loginNameTaken'));
  await name.fill('Anna');
  await page.getByLabel('Work name').fill('Anna Two');
  await expect(taken).toBeVisible();
  await havre.accessible(page, 'team');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(taken).toBeVisible();
  await name.fill('anna.two');
  await expect(taken).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByTestId('passphrase')).toBeVisible();
});
