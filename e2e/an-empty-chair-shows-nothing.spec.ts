import type { Page } from '@playwright/test';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { pageInspector } from './fixtures/page-inspector.ts';
import { type DeskPage, deskPage } from './pages/desk-page.ts';

const minutes = (count: number) => count * 60_000;

/** Everything a page holds that somebody could read: shown, hidden, typed, stored, in its title or address. */
const everything = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('textarea, input')];
    const typed = fields.map((field) => (field as HTMLInputElement).value);
    const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const about = [document.title, location.href, JSON.stringify(history.state)];
    return [document.documentElement.outerHTML, ...typed, ...kept, ...about].join('\n');
  });

/** What stood on the desk and must not any more: each word of a chat is a canary, and each chat has a number. */
const tracesOf = async (page: Page): Promise<string[]> =>
  (await everything(page)).match(/canary-[\w-]+|Chat \d+|Demo Help \w+|demo-password-1/g) ?? [];

/**
 * Two chats with words of both sides, and half a sentence in the box of the open one. The browser's driver keeps
 * in the page what it asked for and what it was told, so at the desk whole canaries are only typed, key by key.
 */
async function twoChats(havre: Havre, anna: DeskPage): Promise<void> {
  const { keyboard } = anna.page;
  for (const one of ['one', 'two']) {
    const person = await havre.person('nl');
    await person.startChat('NL');
    await person.write(`canary-said-${one}`);
    await anna.take();
    await expect(anna.log).toContainText(`said-${one}`);
    await keyboard.type(`canary-answered-${one}`);
    await keyboard.press('Enter');
    await person.reads(`canary-answered-${one}`);
  }
  await keyboard.type('canary-half-written');
}

/** The field that asks is there, and nothing else of the desk. */
async function isEmpty(page: Page, field: 'Unlock' | 'Sign in'): Promise<void> {
  await expect(page.getByRole('button', { name: field, exact: true })).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  expect(await tracesOf(page)).toEqual([]);
}

/** Also after a reload, and after Back from another page. */
async function staysEmpty(page: Page, field: 'Unlock' | 'Sign in'): Promise<void> {
  await isEmpty(page, field);
  await page.reload();
  await isEmpty(page, field);
  await page.goto('/away');
  await page.goBack();
  await isEmpty(page, field);
}

test('a desk that nobody touches for ten minutes locks, and shows and holds nothing', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const anna = deskPage(await havre.page({ baseURL: havre.origin }), havre.origin);
  const { page } = anna;
  await page.clock.install();
  await anna.signInAtDesk('anna');
  await twoChats(havre, anna);
  const inspector = await pageInspector(page);
  const said = ['canary-said-one', 'canary-said-two', 'canary-answered-one', 'canary-answered-two'];
  expect(await inspector.found(said)).toEqual(said);

  await page.keyboard.press('Shift');
  await page.clock.fastForward(minutes(10) - 5000);
  await expect(anna.log).toContainText('answered-two');
  await page.clock.fastForward(5000);
  await isEmpty(page, 'Unlock');
  await expect(page.getByText('Signed in as Anna.')).toBeVisible();
  await expect.poll(() => inspector.found([...said, 'canary-half-written'])).toEqual([]);
  await staysEmpty(page, 'Unlock');

  // Nothing of it was lost: the password brings the chats back.
  await page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await anna.button('Unlock').click();
  await expect(anna.chats.getByRole('listitem')).toHaveCount(2);
});

test('signing out empties every window of the browser', async ({ havre }) => {
  test.setTimeout(180_000);
  const anna = deskPage(await havre.page({ baseURL: havre.origin }), havre.origin);
  const { page } = anna;
  await anna.signInAtDesk('anna');
  await twoChats(havre, anna);
  const traces = await tracesOf(page);
  for (const trace of ['canary-said-two', 'canary-half-written', 'Demo Help NL'])
    expect(traces).toContain(trace);
  const other = deskPage(await page.context().newPage(), havre.origin);
  await other.page.goto('/en/desk');
  await other.page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await other.button('Unlock').click();
  await other.chats.getByRole('button').first().click();
  await expect(other.log).toContainText('canary-said-one');

  await anna.button('Sign out').click();
  await isEmpty(other.page, 'Sign in');
  await staysEmpty(page, 'Sign in');
  await expect(page.getByText('Anna')).toHaveCount(0);
});

test('Back after signing out leads to no room of the office', async ({ havre }) => {
  const { page, button, signIn } = deskPage(
    await havre.page({ baseURL: havre.origin }),
    havre.origin,
  );
  await signIn('saskia');
  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  const number = (await page.getByTestId('fingerprint').textContent()) ?? '';
  expect(number).toMatch(/^\d{5} \d{5}/);
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await expect(page).toHaveURL(/\/en\/desk$/);
  await button('Sign out').click();
  await isEmpty(page, 'Sign in');
  for (const _room of ['keys', 'people']) {
    await page.goBack();
    await isEmpty(page, 'Sign in');
    expect(await everything(page)).not.toContain(number.slice(0, 11));
  }
});
