import { expect, test } from './fixtures/havre.ts';

test('a text that was not sent yet stays on the screen when the counsellor ends the chat', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const desk = await havre.desk('anna');
  await person.startChat('NL');
  await person.write('hello');
  await desk.take();
  await desk.reads('hello');
  await person.box.fill('half a sentence\nthat I was writing');
  await desk.button('End chat').click();
  await desk.button('End now').click();
  const unsent = person.page.getByRole('region', { name: 'Your message', exact: true });
  await expect(unsent).toContainText('half a sentence');
  await expect(unsent).toContainText('Not sent');
  // What lies half under the bar of the exit is no small target.
  await person.page.evaluate(() => scrollTo(0, 0));
  await havre.accessible(person.page);
  // It is nobody's any more once everything is deleted, or the person goes back to the start.
  await person.button('Go to the start').click();
  await expect(person.page.getByText('half a sentence')).toHaveCount(0);
});

test('how somebody wants to be called is still so after "Undo"', async ({ havre }) => {
  const person = await havre.person('en');
  await person.startChat('NL');
  const sound = person.page.getByRole('radio', { name: 'Sound', exact: true });
  await sound.check();
  await person.deleteAll();
  await person.page.keyboard.press('Enter');
  await expect(sound).toBeChecked();
});
