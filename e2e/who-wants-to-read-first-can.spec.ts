import { infoFiles } from '#messages/content/info-pages.ts';
import { infoTopics } from '#messages/content/info-topics.ts';
import { expect, test } from './fixtures/havre.ts';
import { locales, words } from './pages/names.ts';

for (const locale of locales) {
  test(`who wants to read first can, with the exit above and without script (${locale})`, async ({
    havre,
  }) => {
    const page = await havre.page({ javaScriptEnabled: false });
    await page.goto(`${havre.origin}/${locale}`);
    const links = page.getByRole('navigation', { name: words(locale, 'help', 'info.label') });
    await expect(links.getByRole('link')).toHaveCount(infoTopics.length);
    for (const topic of infoTopics) {
      const file = infoFiles[topic];
      await page.goto(`${havre.origin}/${locale}`);
      await links.getByRole('link', { name: words(locale, 'help', `info.${topic}`) }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(file.title[locale]);
      await expect(page).toHaveTitle('Info');
      await expect(
        page.getByRole('link', { name: words(locale, 'help', 'exit.leave') }),
      ).toBeVisible();
      // What nobody has confirmed is not shown; what was confirmed is, so the search finds something.
      const items = file.blocks.flatMap((block) => block.items);
      for (const { text, mark } of items)
        await expect(page.getByText(text[locale], { exact: true })).toHaveCount(
          mark === 'O' || mark === 'U' ? 0 : 1,
        );
    }
    await page.getByRole('link', { name: words(locale, 'help', 'home.go') }).click();
    await expect(page).toHaveURL(`${havre.origin}/${locale}`);
  });

  test(`the pages to read hold up to axe in both themes (${locale})`, async ({ havre }) => {
    const page = await havre.page();
    for (const topic of infoTopics) {
      await page.goto(`${havre.origin}/${locale}/info/${topic}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await havre.accessible(page);
    }
  });
}

test('who waits can read without losing their place, and the pages come only then', async ({
  havre,
}) => {
  const person = await havre.person('nl');
  const { page } = person;
  await person.startChat('NL');
  const [block] = infoFiles.young.blocks;
  const line = block?.items[0]?.text.nl ?? '';
  await expect(page.getByText(line)).toHaveCount(0);
  await page.getByText(words('nl', 'chat', 'reading.open')).click();
  await expect(page.getByText(line)).toBeVisible();
  await expect(person.box).toBeVisible();
  await expect(page).toHaveURL(`${havre.origin}/nl`);
  await havre.accessible(page);
});
