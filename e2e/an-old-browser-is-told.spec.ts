import type { Page } from '@playwright/test';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { type Locale, locales, words } from './pages/names.ts';

type Age = { styles: 'old' | 'new'; scripts: 'old' | 'new' };

/**
 * A browser that cannot read our scripts, or that does not know the colours by which our styles tell an old one:
 * each script is an error to it, and each such question is answered with no.
 */
async function browserOf(havre: Havre, { styles, scripts }: Age): Promise<Page> {
  // Not of the fixture: the browser complains of scripts that it cannot read, as it should.
  const page = await (await havre.browser().newContext()).newPage();
  if (scripts === 'old') await page.route('**/*.js', (route) => route.abort('failed'));
  if (styles === 'old')
    await page.route('**/*.css', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replaceAll('color-mix(', 'unknown-mix(');
      await route.fulfill({ response: answer, body });
    });
  return page;
}

async function sees(page: Page, origin: string, locale: Locale) {
  await page.goto(`${origin}/${locale}`);
  const text = (key: string) => page.getByText(words(locale, 'help', key), { exact: true });
  const button = (key: string) => page.getByRole('button', { name: words(locale, 'help', key) });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return { text, button };
}

for (const locale of locales) {
  test(`an old browser is told so, by a style alone (${locale})`, async ({ havre }) => {
    const page = await browserOf(havre, { styles: 'old', scripts: 'old' });
    const { text, button } = await sees(page, havre.origin, locale);
    await expect(text('home.oldBrowser')).toBeVisible();
    await expect(text('home.noScript')).toBeHidden();
    await expect(button('home.go')).toBeHidden();
    // The numbers work.
    const country = page.getByText(words(locale, 'help', 'country.NL'), { exact: true });
    const numbers = page.locator('details', { has: country });
    await numbers.locator('summary').click();
    await expect(numbers.locator('a[href^="tel:"]').first()).toBeVisible();
    await page.getByRole('link', { name: words(locale, 'help', 'exit.leave') }).click();
    await expect(page).toHaveURL(`${havre.origin}/away`);
    await page.context().close();
  });
}

test('scripts that never arrive: after ten seconds there is a sentence, and not before', async ({
  havre,
}) => {
  const page = await browserOf(havre, { styles: 'new', scripts: 'old' });
  const { text, button } = await sees(page, havre.origin, 'en');
  await expect(button('home.go')).toBeVisible();
  await expect(text('home.oldBrowser')).toBeHidden();
  await expect(text('home.slow')).toBeHidden();
  await expect(text('home.slow')).toBeVisible();
  expect(await page.evaluate(() => performance.now())).toBeGreaterThan(9_500);
  await page.context().close();
});

test('an old browser that manages all the same is not held up', async ({ havre }) => {
  const page = await browserOf(havre, { styles: 'old', scripts: 'new' });
  const { text, button } = await sees(page, havre.origin, 'en');
  await expect(text('home.oldBrowser')).toHaveCount(0);
  await expect(button('home.go')).toBeVisible();
  await page.context().close();
});
