import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

const nameOfFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    const label = (at as HTMLInputElement | null)?.labels?.[0]?.textContent;
    return (label ?? at?.textContent ?? '').trim();
  });

/** Tab until the focus stands on `name`; fails after so many stops that nobody would go on. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 40; stops += 1) {
    if ((await nameOfFocus(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(
    `the keyboard does not reach "${name}", it stands on "${await nameOfFocus(page)}"`,
  );
}

const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

test('a keyboard is enough, from the start page to the end of the chat', async ({ havre }) => {
  const anna = await havre.desk('anna');
  const person = await havre.person('en');
  const { page, names } = person;
  await person.open();
  await expect(page.getByText(words('en', 'help', 'home.noScript'))).toHaveCount(0);
  await page.keyboard.press('Tab');
  expect(await nameOfFocus(page)).toBe('Leave this site');
  await tabTo(page, names.BE);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: names.NL })).toBeChecked();
  await press(page, names.continue);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await press(page, words('en', 'help', 'practise.open'));
  await press(page, words('en', 'help', 'practise.go'));
  await expect(page.getByText(words('en', 'help', 'practise.done'))).toBeVisible();
  expect(await nameOfFocus(page)).toBe(words('en', 'help', 'practise.go'));
  await page.evaluate(() => document.querySelector('h1')?.focus());
  await press(page, names.start);
  await expect(page.getByRole('status')).toContainText('You are number 1');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await tabTo(page, names.box);
  await page.keyboard.type('hello');
  await page.keyboard.press('Enter');
  await person.reads('hello');
  await anna.take();
  await anna.write('see https://example.org/');
  await person.reads('see https://example.org/');
  await expect(page.getByRole('status')).toHaveCount(1);
  await expect(page.getByRole('log')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('h1')?.focus());
  await press(page, 'https://example.org/');
  await press(page, words('en', 'chat', 'link.stay'));

  await page.evaluate(() => document.querySelector('h1')?.focus());
  await press(page, names.menu);
  expect(await nameOfFocus(page)).toBe(names.end);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('The chat has ended');
  expect(await nameOfFocus(page)).toBe(words('en', 'chat', 'toStart'));
  await page.keyboard.press('Enter');
  await expect(person.button(names.continue)).toBeVisible();
});
