import type { Page } from '@playwright/test';
import { fullQueue } from './fixtures/full-queue.ts';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { type Locale, locales, words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

/** All at once: one by one, each press takes one away from those that are counted. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });

for (const locale of locales) {
  test(`deleting, too long, a long wait, danger, and full, in both themes (${locale})`, async ({
    havre,
  }) => {
    const person = await havre.person(locale);
    const { page, names } = person;
    await page.clock.install();
    await person.open();
    await page
      .getByText(words(locale, 'help', 'danger.mute'))
      .first()
      .click();
    await person.button(words(locale, 'help', 'danger.flag')).click();
    await expect(person.button(person.names.start)).toBeVisible();
    await unfold(page);
    await havre.accessible(page);
    await person.startChat('NL');

    await person.box.fill('x'.repeat(17_000));
    await person.button(person.names.send).click();
    await expect(page.getByText(words(locale, 'chat', 'tooLong'))).toBeVisible();
    await havre.accessible(page);
    await person.box.fill('');

    await page.clock.fastForward('10:01');
    await expect(page.getByRole('status')).toContainText(words(locale, 'chat', 'wait.long'));
    await unfold(page);
    await havre.accessible(page);

    await page.clock.resume();
    await person.deleteAll();
    await havre.accessible(page);
    await expect(page.getByText(words(locale, 'chat', 'erase.deleted'))).toBeVisible();
    await havre.accessible(page);

    const late = await havre.person(locale);
    await fullQueue(late.page);
    await late.open();
    await late.chooseCountry('NL');
    await late.button(names.continue).click();
    await late.button(names.start).click();
    await expect(late.page.getByRole('status')).toContainText(words(locale, 'chat', 'full'));
    await havre.accessible(late.page);
  });
}

/** A supervisor of the organisation for Belgium, in the room of hours. */
async function hoursRoom(havre: Havre, origin: string) {
  const { page, button, ...desk } = deskPage(await havre.page({}, origin), origin);
  await desk.signIn('dries');
  const nav = page.getByRole('navigation', { name: 'Office' });
  await nav.getByRole('link', { name: 'Hours', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Hours', level: 2 })).toBeVisible();
  const published = () => expect(page.getByText('Published. New visitors')).toBeVisible();
  return {
    async speakOnly(kept: string): Promise<void> {
      const group = page.getByRole('group', { name: 'Languages you answer in' });
      for (const box of await group.getByRole('checkbox').all()) {
        await box.setChecked(
          (await box.evaluate((one) => one.parentElement?.textContent)) === kept,
        );
      }
      await button('Publish').click();
      await published();
    },
    async closeNow(): Promise<void> {
      await button('Close now').click();
      await published();
    },
  };
}

test('nobody who speaks the language, and closed, in both themes', async ({ havre }) => {
  test.setTimeout(240_000);
  const { origin } = await havre.ownDemo();
  const before = async (locale: Locale) => {
    const person = personPage(await havre.page({}, origin), origin, locale);
    await person.open();
    await person.chooseCountry('BE');
    await expect(person.page.getByRole('status')).not.toBeEmpty();
    await havre.accessible(person.page);
    await person.button(person.names.continue).click();
    return person;
  };
  const room = await hoursRoom(havre, origin);
  await room.speakOnly('Dutch');
  for (const locale of ['fr', 'en'] as const) {
    const { page, names, button } = await before(locale);
    await expect(page.getByText('Demo Help BE').first()).toBeVisible();
    // Another language is asked for by a press, and only then can the chat begin.
    await expect(button(names.start)).toHaveCount(0);
    await havre.accessible(page);
    await button(words(locale, 'help', 'answer.languageYes')).click();
    await expect(button(names.start)).toBeVisible();
    await unfold(page);
    await havre.accessible(page);
  }
  await room.closeNow();
  for (const locale of locales) {
    const { page, names, button } = await before(locale);
    await expect(page.getByText(words(locale, 'help', 'answer.danger'))).toBeVisible();
    await expect(button(names.start)).toHaveCount(0);
    await unfold(page);
    await havre.accessible(page);
  }
});
