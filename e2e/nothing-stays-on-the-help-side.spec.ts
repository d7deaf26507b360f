import { expect, test } from './fixtures/havre.ts';
import { locales } from './pages/names.ts';

test('the help side sets no cookie, stores nothing, asks no other origin, writes nothing into the address', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const requests: string[] = [];
  person.page.on('request', (request) => requests.push(request.url()));
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  const length = await person.page.evaluate(() => history.length);
  await person.write('a first word');
  await anna.take();
  await anna.reads('a first word');
  await anna.write('an answer');
  await person.reads('an answer');

  expect(await person.page.context().cookies()).toEqual([]);
  const stored = await person.page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  expect(await person.page.evaluate(() => history.length)).toBe(length);
  expect(await person.page.title()).toBe('Info');
  expect(new URL(person.page.url()).pathname).toBe('/en');

  expect(requests.length).toBeGreaterThan(3);
  const mailboxId = havre.mailboxOf(person.page);
  for (const url of requests) {
    if (url.startsWith('blob:') || url.startsWith('data:')) continue;
    expect(new URL(url).origin).toBe(havre.origin);
    expect(url).not.toContain(mailboxId);
  }
});

for (const locale of locales) {
  test(`without script the page gives 112, the exit and the numbers, and says why there is no chat (${locale})`, async ({
    havre,
  }) => {
    const page = await havre.page({ javaScriptEnabled: false });
    await page.goto(`${havre.origin}/${locale}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: /112/ }).first()).toHaveAttribute(
      'href',
      'tel:112',
    );
    await expect(page.getByText(/JavaScript/)).toBeVisible();
    const exit = page.locator('a[href^="/exit/"]').first();
    await expect(exit).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(exit).toBeFocused();
    const countries = page.locator('details');
    expect(await countries.count()).toBeGreaterThanOrEqual(3);
    await expect(page.getByText('0800-2000')).toBeHidden();
    await page.locator('summary', { hasText: /Nederland|Pays-Bas|Netherlands/ }).click();
    await expect(page.getByText('0800-2000')).toBeVisible();
  });
}
