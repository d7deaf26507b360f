import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';

test('signing in says what is missing, what is wrong and how long to wait', async ({ havre }) => {
  const { origin } = await havre.ownDemo();
  const { page, button } = deskPage(await havre.page({}, origin), origin);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  const password = page.getByLabel('Password', { exact: true });
  const alert = page.getByRole('alert').filter({ hasText: /./ });
  await page.goto(`${origin}/en/sign-in`);

  await button('Sign in').click();
  await expect(page.getByText('Type your name.')).toBeVisible();
  await expect(name).toBeFocused();
  await name.fill('anna@ngo.org');
  await button('Sign in').click();
  await expect(page.getByText('Type your password.')).toBeVisible();
  await expect(password).toBeFocused();
  await havre.accessible(page, 'team');
  await password.fill('demo-password-1');
  await button('Sign in').click();
  await expect(alert).toContainText('This name and password do not fit together');

  // The server says how long, and so does the page.
  await name.fill('anna');
  const wait = { json: { ok: false, code: 'slow_down', seconds: 1 } };
  await page.route('**/api/sign-in', (route) => route.fulfill(wait));
  await button('Sign in').click();
  await expect(alert).toHaveText(
    'Too many attempts for this name. Wait one second, then try again.',
  );
});
