import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { officeRoom } from './pages/office-room.ts';
import { personPage } from './pages/person-page.ts';

test('a desk that stands open reads who comes next after a colleague was suspended', async ({
  havre,
}) => {
  test.setTimeout(150_000);
  const { origin } = await havre.ownDemo();
  const page = () => havre.page({ locale: 'en-GB' }, origin);
  const anna = deskPage(await page(), origin);
  await anna.signInAtDesk('anna');
  const office = await officeRoom(await page(), origin, 'saskia', 'People');
  await office.page.getByRole('button', { name: 'Suspend Bram', exact: true }).click();
  await office.button('Suspend now').click();
  await expect(office.page.getByText('Bram is suspended. The team has new keys.')).toBeVisible();

  // Written with the new keys, which Anna's desk was given while nobody touched it.
  const person = personPage(await page(), origin, 'fr');
  await person.startChat('NL');
  await person.write('on a pris mon passeport');
  const waits = anna.waiting.getByRole('listitem').first();
  await expect(waits).toContainText('French');
  await expect(waits).not.toContainText('no key');
  await anna.take();
  await anna.reads('on a pris mon passeport');
});
