import type { Page } from '@playwright/test';
import { officePlaces } from '#lib/client/office/use-office-place.ts';
import { infoTopics } from '#messages/content/info-topics.ts';
import { expect, test } from './fixtures/havre.ts';
import { locales, words } from './pages/names.ts';

/** Then from the top: what just happens to lie half under the bar of the exit is no small target. */
async function unfoldAll(page: Page): Promise<void> {
  for (const folded of await page.locator('summary').all()) await folded.click();
  await page.evaluate(() => scrollTo(0, 0));
}

for (const locale of locales) {
  test(`every screen of the help side, in both themes (${locale})`, async ({ havre }) => {
    const person = await havre.person(locale);
    await person.open();
    await havre.accessible(person.page);
    await unfoldAll(person.page);
    await havre.accessible(person.page);

    await person.chooseCountry('LU');
    await person.button(person.names.continue).click();
    await expect(person.button(person.names.start)).toBeVisible();
    await unfoldAll(person.page);
    await havre.accessible(person.page);

    await person.startChat('NL');
    await havre.accessible(person.page);
    const anna = await havre.desk('anna');
    await anna.take();
    await anna.write('an answer https://example.org/a');
    await person.reads('an answer https://example.org/a');
    await person.button('https://example.org/a').click();
    await havre.accessible(person.page);
    await anna.button('Clear their screen').click();
    await expect(person.button(words(locale, 'chat', 'neutral.on'))).toBeVisible();
    await havre.accessible(person.page);
    await person.button(words(locale, 'chat', 'neutral.on')).click();
    await person.button(person.names.menu).click();
    await havre.accessible(person.page);
    await person.button(person.names.menu).click();
    await person.end();
    await expect(person.box).toHaveCount(0);
    await havre.accessible(person.page);

    await person.page.goto(`${havre.origin}/${locale}/not-there`);
    await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible();
    await havre.accessible(person.page);
  });

  test(`every page to read, in both themes (${locale})`, async ({ havre }) => {
    const page = await havre.page();
    for (const topic of [...infoTopics, 'poster']) {
      await page.goto(`${havre.origin}/${locale}/info/${topic}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await unfoldAll(page);
      await havre.accessible(page);
    }
  });

  test(`sign-in, desk and office, in both themes (${locale})`, async ({ havre }) => {
    // Six rooms, each read twice by axe: slow on a busy machine.
    test.setTimeout(180_000);
    const person = await havre.person('en');
    await person.startChat('NL');
    const member = await havre.page();
    await member.goto(`${havre.origin}/${locale}/sign-in`);
    await expect(member.getByRole('textbox').first()).toBeVisible();
    await havre.accessible(member, 'team');
    await member.getByRole('textbox').first().fill('saskia');
    await member.locator('input[type=password]').fill('demo-password-1');
    await member.locator('form button[type=submit]').click();
    await expect(member).toHaveURL(new RegExp(`/${locale}/office`));

    const links = member.getByRole('navigation').first().getByRole('link');
    await expect(links).toHaveCount(officePlaces.length);
    for (let i = 0; i < officePlaces.length; i += 1) {
      await links.nth(i).click();
      await expect(member.getByRole('heading', { level: 2 }).first()).toBeVisible();
      for (const folded of await member.locator('main summary').all()) await folded.click();
      await havre.accessible(member, 'team');
    }

    const anna = await havre.desk('anna');
    await havre.accessible(anna.page, 'team');
    await anna.take();
    await person.write('a word');
    await anna.reads('a word');
    await havre.accessible(anna.page, 'team');
    await anna.end();
    await havre.accessible(anna.page, 'team');
  });
}
