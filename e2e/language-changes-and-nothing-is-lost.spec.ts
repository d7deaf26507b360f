import { expect, test } from './fixtures/havre.ts';
import { helpNames, words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

test('the language changes in mid-chat, and the unsent message stays', async ({ havre }) => {
  const person = await havre.person('nl');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await person.write('dit is al verstuurd');
  await anna.take();
  await anna.write('hier ben ik');
  await person.reads('hier ben ik');
  await person.box.fill('nog niet verstuurd');
  const length = await person.page.evaluate(() => history.length);

  await person.page
    .getByRole('link', { name: 'Français' })
    .or(person.page.getByRole('button', { name: 'Français' }))
    .first()
    .click();
  const french = helpNames('fr');
  await expect(person.page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(person.page).toHaveURL(/\/fr$/);
  expect(await person.page.evaluate(() => history.length)).toBe(length);
  const box = person.page.getByRole('textbox', { name: french.box, exact: true });
  await expect(box).toHaveValue('nog niet verstuurd');
  const log = person.page.getByRole('log', { name: french.log, exact: true });
  await expect(log.getByText('dit is al verstuurd')).toHaveCount(1);
  await expect(log.getByText('hier ben ik')).toHaveCount(1);

  await person.page.getByRole('button', { name: french.send, exact: true }).click();
  await anna.reads('nog niet verstuurd');
  await anna.write('ça va aussi en français');
  await expect(log.getByText('ça va aussi en français')).toHaveCount(1);
});

test('a language that does not come is said, and what was there stays and works', async ({
  havre,
}) => {
  const page = await havre.browser().newPage();
  const person = personPage(page, havre.origin, 'nl');
  const press = (name: string) => page.getByRole('link', { name, exact: true }).click();
  await person.open();
  await person.chooseCountry('NL');
  // Everything that the other languages would need is lost on the way.
  await page.route('**/_next/static/chunks/**', (route) => route.abort());
  await press('English');
  await expect(page.getByText(words('nl', 'help', 'language.failed'))).toBeVisible();
  await page.unroute('**/_next/static/chunks/**');
  await person.button(person.names.continue).click();
  await person.button(person.names.start).click();
  await expect(person.box).toBeVisible();
  await person.box.fill('nog niet verstuurd');

  await press('English');
  await expect(page.getByText(words('nl', 'help', 'language.failed'))).toHaveCount(0);
  const box = page.getByRole('textbox', { name: helpNames('en').box, exact: true });
  await expect(box).toHaveValue('nog niet verstuurd');
  // A page of the story's own leaves by itself, so that the next story begins with nobody.
  await page.locator('a[href^="/exit/"]').first().click();
  await page.waitForURL('**/away');
  await page.close();
});
