import { expect, test } from './fixtures/havre.ts';
import { keyboardUser } from './pages/keyboard-user.ts';
import { words } from './pages/names.ts';

test('a keyboard is enough, from the start page to the end of the chat', async ({ havre }) => {
  const anna = await havre.desk('anna');
  const person = await havre.person('en');
  const { page, names } = person;
  const { nameOfFocus, tabTo, press } = keyboardUser(page);
  await person.open();
  await expect(page.getByText(words('en', 'help', 'home.noScript'))).toHaveCount(0);
  await page.keyboard.press('Tab');
  expect(await nameOfFocus()).toBe('Leave this site');
  await tabTo(names.BE);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: names.NL })).toBeChecked();
  await press(names.continue);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await press(words('en', 'help', 'practise.open'));
  await press(words('en', 'help', 'practise.go'));
  await expect(page.getByText(words('en', 'help', 'practise.done'))).toBeVisible();
  expect(await nameOfFocus()).toBe(words('en', 'help', 'practise.go'));
  await page.evaluate(() => document.querySelector('h1')?.focus());
  await press(names.start);
  await expect(page.getByRole('status')).toContainText('You are number 1');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await tabTo(names.box);
  await page.keyboard.type('hello');
  await page.keyboard.press('Enter');
  await person.reads('hello');
  await anna.take();
  await anna.write('see https://example.org/');
  await person.reads('see https://example.org/');
  await expect(page.getByRole('status')).toHaveCount(1);
  await expect(page.getByRole('log')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('h1')?.focus());
  await press('https://example.org/');
  await press(words('en', 'chat', 'link.stay'));

  await page.evaluate(() => document.querySelector('h1')?.focus());
  await press(names.menu);
  expect(await nameOfFocus()).toBe(names.end);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('The chat has ended');
  expect(await nameOfFocus()).toBe(words('en', 'chat', 'toStart'));
  await page.keyboard.press('Enter');
  await expect(person.button(names.continue)).toBeVisible();
});
