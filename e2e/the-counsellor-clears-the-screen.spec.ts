import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

test('a counsellor replaces the screen by the weather: no word of the chat is left in the page', async ({
  havre,
}) => {
  const anna = await havre.desk('anna');
  const person = await havre.person('en');
  await person.startChat('NL');
  await person.write('my boss has my passport');
  await anna.take();
  await anna.reads('my boss has my passport');
  await anna.write('where are you now');
  await person.reads('where are you now');
  await person.box.fill('he is com');
  const everything = () => person.page.locator('body').innerHTML();
  expect(await everything()).toContain('my boss has my passport');

  await anna.button('Clear their screen').click();
  await expect(
    person.page.getByRole('heading', { name: words('en', 'chat', 'neutral.heading') }),
  ).toBeFocused();
  await expect(anna.log.getByText(words('en', 'team', 'desk.notice.screen_cleared'))).toBeVisible();
  await anna.write('a word that waits');
  await expect(anna.log.getByText('Delivered')).not.toHaveCount(0);
  const left = await everything();
  for (const trace of ['passport', 'where are you now', 'Anna', 'Demo Help', 'a word that waits'])
    expect(left).not.toContain(trace);
  await expect(person.page.getByRole('link', { name: 'Leave this site' })).toBeInViewport();
  await expect(anna.log.locator('div', { hasText: 'a word that waits' }).last()).not.toContainText(
    'Read',
  );

  await person.button(words('en', 'chat', 'neutral.on')).click();
  await person.reads('a word that waits');
  await expect(person.log).not.toContainText('passport');
  await expect(person.box).toHaveValue('');
  await person.write('he is gone');
  await anna.reads('he is gone');
});
