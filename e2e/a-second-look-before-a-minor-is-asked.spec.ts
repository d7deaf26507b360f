import { expect, test } from './fixtures/havre.ts';
import { officeRoom } from './pages/office-room.ts';

test('a signal of somebody who may be a minor is proposed once a second person looked, and survives a reload until then', async ({
  havre,
}) => {
  const person = await havre.person('nl');
  const desk = await havre.desk('anna');
  const { page, button } = desk;
  await person.startChat('NL');
  await desk.take();
  await button('Propose a signal').click();
  for (const choice of [
    'the Netherlands',
    '16 or 17',
    'Their own question has been dealt with.',
    'Nobody is watching, as far as I know.',
  ])
    await page.getByLabel(choice, { exact: true }).first().check();
  await expect(page.getByText('a second person must look first')).toBeVisible();
  await expect(button('Propose')).toHaveAttribute('aria-disabled', 'true');

  // What is filled in is kept with the chat: it is there after the page was loaded again.
  const kept = () => havre.trafficOf(page).text().split('conversation:margin').length;
  const before = kept();
  await page.getByLabel('from or to a country outside Europe', { exact: true }).first().check();
  await expect.poll(kept).toBeGreaterThan(before);
  await page.reload();
  await page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await button('Unlock').click();
  await page.getByRole('list', { name: 'My chats' }).getByRole('button').first().click();
  await button('Propose a signal').click();
  await expect(page.getByLabel('16 or 17', { exact: true })).toBeChecked();
  await expect(page.getByLabel('the Netherlands', { exact: true })).toBeChecked();
  await havre.accessible(page);

  const bram = await havre.desk('bram');
  const saskia = await officeRoom(await havre.page(), havre.origin, 'saskia', 'People');
  await button('Ask for a second look').click();
  const question = 'Anna asks for a second look at a signal';
  await expect(saskia.page.getByText(question)).toBeVisible();
  await havre.accessible(saskia.page);
  await expect(bram.page.getByText(question)).toBeVisible();
  await havre.accessible(bram.page);
  await bram.button('We talked, it may be proposed').click();
  await expect(page.getByText('Bram has looked. It may be proposed as it stands.')).toBeVisible();
  await expect(saskia.page.getByText(question)).toHaveCount(0);

  // What was changed since is not what Bram saw.
  await page.getByLabel('girl or woman', { exact: true }).check();
  await expect(page.getByText('The form was changed since.')).toBeVisible();
  await expect(button('Propose')).toHaveAttribute('aria-disabled', 'true');
  await button('Clear Gender').click();
  await button('Propose').click();
  const card = person.page.getByRole('group', { name: 'Voorgesteld signaal', exact: true });
  await expect(card).toBeVisible();
});
