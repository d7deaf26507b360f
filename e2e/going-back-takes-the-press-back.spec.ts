import { expect, test } from './fixtures/havre.ts';

test('whoever goes back before the chat is there has started none, whatever comes later', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const { page, names } = person;
  const desk = await havre.desk('anna');
  // A slow phone: who answers is known only long after the press.
  let letThrough = () => {};
  const slow = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/site.bin', async (route) => {
    await slow;
    await route.continue();
  });
  await person.open();
  await person.chooseCountry('NL');
  await person.button(names.continue).click();
  await person.button(names.start).click();
  await expect(page.getByText('Getting the chat ready.')).toBeVisible();
  await person.button('Back').click();
  await person.chooseCountry('BE');
  const answered = page.waitForResponse('**/site.bin');
  letThrough();
  await answered;
  await expect(page.getByRole('status')).toHaveText('Open now.');
  await page.waitForTimeout(2000);
  await expect(person.box).toHaveCount(0);
  await expect(desk.waiting.getByRole('listitem')).toHaveCount(0);

  // The press that is meant still works, for the country that is chosen now.
  await person.button(names.continue).click();
  await person.button(names.start).click();
  await expect(person.box).toBeVisible();
  await expect(page.getByText(/the whole team at Demo Help BE/)).toBeVisible();
});
