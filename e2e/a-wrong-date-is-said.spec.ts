import { expect, type Havre, test } from './fixtures/havre.ts';

const hour = 3_600_000;
const day = 24 * hour;
const wrongDate = /The date on your device is wrong\./;

/** A person whose device is so far from today. */
async function personAt(havre: Havre, ahead: number) {
  const person = await havre.person('en');
  await person.page.clock.setFixedTime(Date.now() + ahead);
  return { ...person, status: person.page.getByRole('status') };
}

/** What the server says the time is, beside the bytes that it really has. */
async function saysItIs(page: Awaited<ReturnType<typeof personAt>>['page'], ahead: number) {
  await page.route('**/site.bin', async (route) => {
    const answer = await route.fetch();
    const date = new Date(Date.now() + ahead).toUTCString();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), date } });
  });
}

for (const days of [3, -3, 400]) {
  test(`a device whose date is wrong by ${days} days is told that, and not that nobody is here`, async ({
    havre,
  }) => {
    const { page, status, button, names, open, chooseCountry } = await personAt(havre, days * day);
    await open();
    await expect(status).toContainText(wrongDate);
    await chooseCountry('NL');
    await expect(status).toContainText(wrongDate);
    await page.getByText('I can’t call').click();
    await expect(page.getByText('A call stays in your list', { exact: false })).toBeVisible();
    await expect(button('I am in danger now')).toHaveCount(0);
    const untrue = page.getByText(/Nobody is here|is closed|no organisation for your country/);
    await expect(untrue).toHaveCount(0);
    await havre.accessible(page);

    await button(names.continue).click();
    await expect(page.getByText(wrongDate)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
    await expect(page.getByRole('link', { name: /^113/ }).first()).toBeVisible();
    await expect(button(names.start)).toHaveCount(0);
    await expect(untrue).toHaveCount(0);
    await havre.accessible(page);

    // Somebody who sets it right need not do anything here.
    await page.clock.setFixedTime(Date.now());
    await expect(button(names.start)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(wrongDate)).toHaveCount(0);
  });
}

test('an hour that is wrong, or a time zone, changes nothing', async ({ havre }) => {
  for (const hours of [14, -14]) {
    const { status, open, startChat } = await personAt(havre, hours * hour);
    await open();
    await expect(status).toHaveText('Open now.');
    await startChat('NL');
  }
});

test('a server that lies about the time gains nothing: no certificate lives longer, no chat is lost', async ({
  havre,
}) => {
  const late = await personAt(havre, 3 * day);
  await saysItIs(late.page, 3 * day);
  await late.open();
  await late.chooseCountry('NL');
  await expect(late.status).toHaveText('Demo Help NL is closed now.');
  await late.button(late.names.continue).click();
  await expect(late.button(late.names.start)).toHaveCount(0);

  const right = await havre.person('en');
  await saysItIs(right.page, 400 * day);
  await right.startChat('NL');
});
