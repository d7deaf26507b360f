import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

type Role = 'button' | 'log' | 'textbox' | 'list' | 'group';

/** Exactly one control of this role has the name, and no other one's name contains it. */
async function standsAlone(page: Page, role: Role, name: string): Promise<void> {
  await expect(page.getByRole(role, { name, exact: true })).toHaveCount(1);
  await expect(page.getByRole(role, { name }), `names that contain "${name}"`).toHaveCount(1);
}

test('each name that others rely on stands alone, also beside somebody in danger who wrote several times', async ({
  havre,
}) => {
  const person = await havre.person('en');
  await person.open();
  await person.chooseCountry('NL');
  await person.page
    .getByText(words('en', 'help', 'danger.mute'))
    .first()
    .click();
  await person.button(words('en', 'help', 'danger.flag')).click();
  await person.button(person.names.start).click();
  await expect(person.box).toBeVisible();
  await person.write('please');

  const desk = await havre.desk('anna');
  await expect(desk.waiting).toContainText('In danger');
  await desk.take();
  await desk.reads('please');
  // Another chat is open now, so the one in danger stands in the list with what is unread.
  const other = await havre.person('nl');
  await other.startChat('NL');
  await desk.take();
  await person.write('are you there');
  await expect(desk.chats).toContainText('In danger');
  await expect(desk.chats.getByRole('button', { name: '1 new' })).toHaveCount(1);

  for (const name of ['Send', 'End chat', 'Propose a signal', 'Danger', 'Doubt'])
    await standsAlone(desk.page, 'button', name);
  await standsAlone(desk.page, 'button', 'Clear their screen');
  await standsAlone(desk.page, 'log', 'Conversation');
  await standsAlone(desk.page, 'textbox', 'Your message');
  for (const name of ['Waiting', 'My chats']) await standsAlone(desk.page, 'list', name);
  // A screen reader still hears that they are in danger.
  const flagged = desk.chats.getByRole('listitem').filter({ hasText: 'In danger' });
  await expect(flagged.getByRole('button')).toHaveAccessibleDescription('In danger');

  await standsAlone(person.page, 'log', 'Conversation');
  await standsAlone(person.page, 'textbox', 'Your message');
  for (const name of ['Send', 'Menu']) await standsAlone(person.page, 'button', name);
  await person.button('Menu').click();
  for (const name of ['End chat', 'Delete everything'])
    await standsAlone(person.page, 'button', name);
});
