import { encode } from 'uqr';
import { infoFiles } from '#messages/content/info-pages.ts';
import { footerTopics, infoTopics, readTopics } from '#messages/content/info-topics.ts';
import { expect, test } from './fixtures/havre.ts';
import { locales, words } from './pages/names.ts';

for (const locale of locales) {
  test(`who wants to read first can, with the exit above and without script (${locale})`, async ({
    havre,
  }) => {
    const page = await havre.page({ javaScriptEnabled: false });
    await page.goto(`${havre.origin}/${locale}`);
    const links = page.getByRole('navigation', { name: words(locale, 'help', 'info.label') });
    await expect(links.getByRole('link')).toHaveCount(readTopics.length);
    for (const topic of readTopics) {
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

  test(`who we are and what the law asks for is one press away, and says what is not filled in (${locale})`, async ({
    havre,
  }) => {
    const page = await havre.page({ javaScriptEnabled: false });
    await page.goto(`${havre.origin}/${locale}`);
    const footer = page.getByRole('navigation', { name: words(locale, 'help', 'footer.label') });
    await expect(footer.getByRole('link')).toHaveCount(footerTopics.length);
    for (const topic of footerTopics) {
      const file = infoFiles[topic];
      await page.goto(`${havre.origin}/${locale}`);
      await footer.getByRole('link', { name: words(locale, 'help', `footer.${topic}`) }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(file.title[locale]);
      await expect(page).toHaveTitle('Info');
      const fields = file.blocks.flatMap((block) => block.fields ?? []);
      expect(fields.length).toBeGreaterThan(0);
      const missing = fields.filter(({ value, confirmed_by }) => !value || !confirmed_by).length;
      await expect(page.getByText(words(locale, 'info', 'missing'))).toHaveCount(missing);
      await expect(page.getByText(words(locale, 'info', 'incomplete'))).toHaveCount(
        missing > 0 ? 1 : 0,
      );
    }
  });

  test(`a teacher prints a poster with the address and its code (${locale})`, async ({ havre }) => {
    const page = await havre.page();
    await page.goto(`${havre.origin}/${locale}/info/school`);
    await page.getByRole('link', { name: words(locale, 'info', 'poster.link') }).click();
    const sheet = page.getByRole('region', { name: words(locale, 'info', 'poster.sheet') });
    await expect(sheet.getByText(new URL(havre.origin).host).first()).toBeVisible();
    const dark = encode(havre.origin, { border: 0 }).data.flat().filter(Boolean).length;
    const path = sheet.getByRole('img').locator('path');
    expect((await path.getAttribute('d'))?.match(/M/g)).toHaveLength(dark);
    await havre.accessible(page);
    // On paper: nothing that tells where it comes from but the address.
    await page.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    await expect(page.locator('a[href^="/exit/"]')).toBeHidden();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await page.emulateMedia({ media: null });
    // Two sheets: one to hang up, with its strips, and one with the lesson.
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });

  test(`a page to read is all text on paper (${locale})`, async ({ havre }) => {
    const page = await havre.page();
    await page.goto(`${havre.origin}/${locale}/info/school`);
    const number = page.getByRole('link', { name: /Payoke/ });
    const chat = page.getByRole('link', { name: words(locale, 'help', 'home.go') });
    await expect(number).toBeHidden();
    await expect(chat).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    // What can only be pressed is gone, and what was folded can be read.
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(chat).toBeHidden();
    await expect(number).toBeVisible();
    // No heading stands over the line before it.
    const above = await page.locator('h2').evaluateAll(
      (headings) =>
        headings.filter((one) => {
          const before = one.parentElement?.previousElementSibling?.getBoundingClientRect();
          return before !== undefined && before.bottom > one.getBoundingClientRect().top;
        }).length,
    );
    expect(above).toBe(0);
    await page.emulateMedia({ media: null });
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

test('other services stand under their country and what they are for', async ({ havre }) => {
  const page = await havre.page();
  await page.goto(`${havre.origin}/en/info/young`);
  await page.getByText(words('en', 'help', 'country.LU'), { exact: true }).click();
  const police = page.getByRole('heading', { name: words('en', 'info', 'role.police') });
  await expect(police).toBeVisible();
  await expect(page.getByRole('link', { name: 'Police: 113' })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: words('en', 'info', 'role.reception') }),
  ).toHaveCount(0);
});

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
