import { expect, test } from './fixtures/havre.ts';
import { keyboardUser } from './pages/keyboard-user.ts';
import { words } from './pages/names.ts';
import { officeRoom } from './pages/office-room.ts';

test('a link that went astray is taken back by any supervisor, and lets nobody in any more', async ({
  havre,
}) => {
  const saskia = await officeRoom(await havre.page(), havre.origin, 'saskia', 'People');
  const sanne = await officeRoom(await havre.page(), havre.origin, 'sanne', 'People');
  const links = (of: typeof saskia) => of.page.getByRole('table', { name: 'Links not used yet' });
  await expect(links(saskia)).toHaveCount(0);
  await saskia.button('Make a link').click();
  const address = await saskia.page.getByLabel('Link', { exact: true }).inputValue();
  const newcomer = await havre.page();
  await newcomer.goto(address);
  await expect(newcomer.getByRole('button', { name: 'Begin' })).toBeVisible();

  // The other supervisor sees it by themselves, and takes it back.
  await expect(links(sanne).getByRole('row')).toHaveCount(2);
  await havre.accessible(sanne.page, 'team');
  await sanne.page.getByRole('button', { name: /^Withdraw the link for Counsellor/ }).click();
  await sanne.button('Withdraw now').click();
  for (const one of [saskia, sanne]) await expect(links(one)).toHaveCount(0);
  // What had the focus is gone with its line; whoever works by keyboard goes on above it.
  await keyboardUser(sanne.page).standsOn('Invite somebody');
  await newcomer.goto(address);
  await expect(newcomer.getByText(words('en', 'enrol', 'badLink.text'))).toBeVisible();
  await expect(newcomer.getByRole('button', { name: 'Begin' })).toHaveCount(0);
});
