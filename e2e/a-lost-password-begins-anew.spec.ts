import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { enrolPage, welcomeColleague } from './pages/enrol-page.ts';
import { personPage } from './pages/person-page.ts';

test('a counsellor who lost password and phone gets new ones, and people talk to them again', async ({
  havre,
}) => {
  test.setTimeout(240_000);
  const real = await havre.realServer();
  const link = /http:\S+\/setup\/\S+/.exec(real.log())?.[0] ?? '';
  const page = () => havre.page({ locale: 'en-GB' }, real.origin);
  const founder = enrolPage(await page());
  const eva = await founder.setUp(link, 'House on the Corner');
  await founder.signIn(real.origin, eva);
  const before = enrolPage(await page());
  const mia = await welcomeColleague(founder, before, 'mia');
  await before.signIn(real.origin, mia.account);
  const old = deskPage(before.page, real.origin);
  await expect(old.waiting).toBeVisible();

  // Asked first; and from then on the old password is worth nothing, wherever it is signed in.
  await founder.press('New password for mia');
  await founder.press('Make the link');
  const address = founder.page.getByLabel('Link for mia', { exact: true });
  await expect(address).toBeVisible({ timeout: 30_000 });
  await havre.accessible(founder.page, 'team');
  await expect(old.waiting).toHaveCount(0);
  await before.page.goto(`${real.origin}/en/sign-in`);
  await before.page.getByRole('textbox', { name: 'Name', exact: true }).fill('mia');
  await before.page.getByLabel('Password', { exact: true }).fill(mia.account.password);
  await before.press('Sign in');
  await expect(before.page.getByText(/A supervisor makes you a link/)).toBeVisible();

  const after = enrolPage(await page());
  const renewal = await address.inputValue();
  const renewed = await after.renew(renewal, 'mia');
  expect(renewed.account.password).not.toBe(mia.account.password);
  expect(renewed.words).not.toEqual(mia.words);
  const card = founder.page.getByRole('article', { name: 'mia' });
  await expect(card.getByRole('list').locator('li')).toHaveText(renewed.words);
  await founder.press('Approve mia');
  await expect(founder.page.getByText('mia can work now.')).toBeVisible();

  // The page on which she waits says so by itself.
  await expect(after.page.getByText('You are approved. You can sign in now.')).toBeVisible();
  await after.signIn(real.origin, renewed.account);
  const desk = deskPage(after.page, real.origin);
  await expect(desk.waiting).toBeVisible();
  const person = personPage(await page(), real.origin, 'en');
  await person.startChat('BE');
  await person.write('is mia here');
  await desk.take();
  await desk.reads('is mia here');
  await desk.write('yes, I am back');
  await person.reads('yes, I am back');

  // The link is used up, and all of it stands in the log.
  await before.page.goto(renewal);
  await expect(before.page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await founder.page.getByRole('link', { name: 'Audit log', exact: true }).click();
  const log = founder.page.getByRole('table', { name: 'Audit log' });
  for (const what of ['Made a link for a new password', 'Made a new password']) {
    const row = log.getByRole('row').filter({ hasText: what }).filter({ hasText: 'mia' });
    await expect(row).toBeVisible();
  }
});
