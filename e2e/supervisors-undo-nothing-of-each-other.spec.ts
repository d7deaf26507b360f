import { expect, test } from './fixtures/havre.ts';
import { keyboardUser } from './pages/keyboard-user.ts';
import { officeRoom } from './pages/office-room.ts';

test('what one supervisor publishes, another one with an older draft does not undo', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const { origin } = await havre.ownDemo();
  const sanne = await officeRoom(await havre.page({}, origin), origin, 'sanne', 'Hours');
  const saskia = await officeRoom(await havre.page({}, origin), origin, 'saskia', 'Hours');
  const luxembourg = {
    hers: sanne.page.getByLabel('Luxembourg'),
    here: saskia.page.getByLabel('Luxembourg'),
  };
  const nameOf = ({ page }: typeof sanne) => page.getByLabel('Name of the organisation');
  const minutes = saskia.page.getByLabel('Last new chat, minutes before closing');
  const published = saskia.page.getByText('Published. New visitors see it at once.');
  await minutes.fill('20');

  const before = await luxembourg.hers.isChecked();
  await luxembourg.hers.setChecked(!before);
  await sanne.button('Publish').click();
  await expect(sanne.page.getByText(/^Published/)).toBeInViewport();
  // The older draft takes it up, and keeps what was changed in it.
  await expect(luxembourg.here).toBeChecked({ checked: !before });
  await expect(minutes).toHaveValue('20');
  await saskia.button('Publish').click();
  await expect(published).toBeInViewport();
  await expect(luxembourg.hers).toBeChecked({ checked: !before });

  // Both change the same thing: the published one is shown, and said.
  await nameOf(saskia).fill('Our house');
  await expect(published).toHaveCount(0);
  await nameOf(sanne).fill('The house');
  await sanne.button('Publish').click();
  await expect(nameOf(saskia)).toHaveValue('The house');
  await expect(
    saskia.page.getByText('A colleague changed this meanwhile: Name of the organisation.'),
  ).toBeVisible();

  // Something is wrong: said at the button, and the focus stands where it is.
  await nameOf(saskia).fill('');
  await expect(saskia.page.getByText(/A colleague changed this meanwhile/)).toHaveCount(0);
  await saskia.button('Publish').click();
  await expect(nameOf(saskia)).toBeFocused();
  await expect(saskia.page.getByText(/^Not published/)).toBeVisible();
  await expect(published).toHaveCount(0);
  await havre.accessible(saskia.page, 'team');
  const dayOff = saskia.page.getByLabel('Date', { exact: true });
  await dayOff.fill('2020-12-25');
  await saskia.button('Add this day').click();
  await expect(saskia.page.getByText('This day is over.', { exact: false })).toBeVisible();
  await expect(dayOff).toBeFocused();
  await dayOff.fill('2099-12-25');
  await saskia.button('Add this day').click();
  await saskia.page.getByRole('button', { name: /^Remove .*2099/ }).click();
  await keyboardUser(saskia.page).standsOn('Add this day');
  await nameOf(saskia).fill('The house');
  await expect(saskia.page.getByText(/^Not published/)).toHaveCount(0);
});
