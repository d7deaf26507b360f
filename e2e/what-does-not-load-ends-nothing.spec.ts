import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

test('what is asked for without a line comes when there is one, and the chat stays on the screen', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const { page } = person;
  await person.startChat('NL');
  await person.write('is somebody there');
  await expect(person.tick('is somebody there')).toContainText('Sent');

  await page.context().setOffline(true);
  await page.getByText(words('en', 'chat', 'reading.open'), { exact: true }).click();
  const loading = page.getByText(words('en', 'chat', 'reading.loading'), { exact: true });
  await expect(loading).toBeVisible();
  // Longer than the bundler tries by itself.
  await page.waitForTimeout(5000);
  await expect(loading).toBeVisible();
  await expect(person.box).toBeVisible();
  await person.write('nobody yet');

  await page.context().setOffline(false);
  const back = person.button(words('en', 'chat', 'reading.back'));
  await expect(back).toBeVisible({ timeout: 30_000 });
  await person.reads('is somebody there');
  await expect(person.tick('nobody yet')).toContainText('Sent', { timeout: 30_000 });
});
