import { expect, test } from './fixtures/havre.ts';
import { helpNames } from './pages/names.ts';

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
