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
