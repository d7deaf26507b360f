import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

test('whoever worries about somebody else has a door, and first words that are theirs to change', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const { page, names } = person;
  await person.open();
  await person.chooseCountry('NL');
  await page.getByText(words('en', 'help', 'other.open'), { exact: true }).click();
  await person.button(words('en', 'help', 'other.go')).click();
  await person.button(names.start).click();
  await expect(person.box).toHaveValue(words('en', 'help', 'other.draft'));
  await expect(person.log).toBeEmpty();
});

test('the page for friends leads to that door, and it is open', async ({ havre }) => {
  const { page, button } = await havre.person('fr');
  await page.goto(`${havre.origin}/fr/info/friend`);
  const talk = words('fr', 'help', 'other.go');
  await page.getByRole('link', { name: talk, exact: true }).click();
  await expect(button(talk)).toBeInViewport();
  await expect(page).toHaveURL(`${havre.origin}/fr`);
});
