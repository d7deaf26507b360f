import { infoTopics } from '#messages/content/info-topics.ts';
import { fitsEverywhere } from './fixtures/fits.ts';
import { expect, test } from './fixtures/havre.ts';
import { locales, words } from './pages/names.ts';

/** What people really write: an address without a break, and the longest words that they know. */
const longWords =
  'https://example.org/a/very/long/address/without/any/break/at/all/that/goes/on-and-on anticonstitutionnellement arbeidsongeschiktheidsverzekering';

for (const locale of locales) {
  test(`nothing sticks out, from 320 to 1440 px, at 400 %, in both directions (${locale})`, async ({
    havre,
  }) => {
    test.setTimeout(180_000);
    const person = await havre.person(locale);
    const { page, names } = person;
    const info = infoTopics.map((topic) => `/${locale}/info/${topic}`);
    for (const path of [`/${locale}/not-there`, ...info, `/${locale}`]) {
      await page.goto(havre.origin + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await fitsEverywhere(page);
    }
    await person.chooseCountry('LU');
    await person.button(names.continue).click();
    await expect(person.button(names.start)).toBeVisible();
    await fitsEverywhere(page);
    await person.button(names.start).click();
    await expect(page.getByRole('status')).toContainText(names.place(1));
    await page.getByText(words(locale, 'chat', 'reading.open')).click();
    await fitsEverywhere(page);

    const claire = await havre.desk('claire');
    await person.write(longWords);
    await claire.take();
    await claire.write(longWords);
    await expect(person.log.getByText('arbeidsongeschiktheidsverzekering')).toHaveCount(2);
    await person.box.fill(longWords);
    await fitsEverywhere(page);
    await person.end();
    await expect(person.box).toHaveCount(0);
    await fitsEverywhere(page);
  });
}
