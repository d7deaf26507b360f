import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { keyboardUser } from './pages/keyboard-user.ts';

test('an unattended desk says so a minute before it locks, and calls as before once it is unlocked', async ({
  havre,
}) => {
  const anna = deskPage(await havre.page({ permissions: ['notifications'] }), havre.origin);
  const { page, button } = anna;
  await page.clock.install();
  await anna.signInAtDesk('anna');
  const line = page.getByRole('status').filter({ hasText: 'This screen locks within a minute.' });
  const choice = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  await choice('Sound').click();
  await choice('Notifications').click();
  await expect(choice('Notifications')).toHaveAttribute('aria-pressed', 'true');

  await page.clock.fastForward('08:59');
  await expect(line).toHaveCount(0);
  await page.clock.fastForward('00:02');
  await expect(line).toBeVisible();
  await havre.accessible(page, 'team');
  await button('Stay signed in').click();
  await expect(line).toHaveCount(0);
  await page.clock.fastForward('09:01');
  await expect(line).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(line).toHaveCount(0);

  await page.clock.fastForward('10:01');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await button('Unlock').click();
  await expect(anna.waiting).toBeVisible();
  expect(await keyboardUser(page).nameOfFocus()).not.toBe('');
  await expect(choice('Sound')).toHaveAttribute('aria-pressed', 'false');
  await expect(choice('Notifications')).toHaveAttribute('aria-pressed', 'true');
});

/** A computer that slept: the date jumps, no timer ran, and the clock of the page stood still. */
test('a desk whose computer slept locks by itself, and before a mouse that moves shows anything', async ({
  havre,
}) => {
  const anna = deskPage(await havre.page(), havre.origin);
  const { page, button, waiting } = anna;
  await page.clock.install();
  await anna.signInAtDesk('anna');
  const locked = page.getByRole('heading', { name: 'Locked' });

  await page.clock.setSystemTime(Date.now() + 8 * 3_600_000);
  await page.mouse.move(200, 200);
  await expect(locked).toBeVisible({ timeout: 1500 });
  await page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await button('Unlock').click();
  await expect(waiting).toBeVisible();

  await page.clock.setSystemTime(Date.now() + 16 * 3_600_000);
  await expect(locked).toBeVisible({ timeout: 15_000 });
});
