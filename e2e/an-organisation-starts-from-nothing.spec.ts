import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { enrolPage } from './pages/enrol-page.ts';
import { personPage } from './pages/person-page.ts';

test('an organisation starts from nothing: set-up, a counsellor who joins, a first chat, a closed door', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const real = await havre.realServer();
  const link = /http:\S+\/setup\/\S+/.exec(real.log())?.[0] ?? '';
  const english = { locale: 'en-GB' };
  const founder = enrolPage(await havre.page(english, real.origin));
  const newcomer = enrolPage(await havre.page(english, real.origin));
  const person = personPage(await havre.page(english, real.origin), real.origin, 'en');

  const eva = await founder.setUp(link, 'House on the Corner');
  // The link works once.
  await newcomer.page.goto(link);
  await expect(
    newcomer.page.getByRole('heading', { name: 'This link does not work' }),
  ).toBeVisible();

  await founder.signIn(real.origin, eva);
  await expect(founder.page.getByRole('navigation', { name: 'Office', exact: true })).toBeVisible();
  await founder.page.getByLabel('Counsellor').check();
  await founder.press('Make a link');
  const invitation = await founder.page.getByLabel('Link', { exact: true }).inputValue();

  const mia = await newcomer.join(invitation, 'mia');
  const card = founder.page.getByRole('article', { name: 'mia' });
  await expect(card).toBeVisible();
  expect(mia.words).toHaveLength(5);
  expect(await card.getByRole('list').locator('li').allTextContents()).toEqual(mia.words);
  await founder.press('Approve mia');
  await expect(founder.page.getByText('mia can work now.')).toBeVisible();

  const desk = deskPage(newcomer.page, real.origin);
  await newcomer.signIn(real.origin, mia.account);
  await expect(desk.waiting).toBeVisible();
  await person.startChat('BE');
  await person.write('is this the corner house');
  await desk.take();
  await desk.reads('is this the corner house');
  await desk.write('yes, come in');
  await person.reads('yes, come in');
  await person.end();

  // Closed now: the page says so and offers no chat.
  await founder.page.getByRole('link', { name: 'Hours' }).click();
  await founder.press('Close now');
  await expect(founder.page.getByText('People see: closed.')).toBeVisible();
  await person.open();
  await person.chooseCountry('BE');
  await expect(person.page.getByText(/is closed now/).first()).toBeVisible();
  await person.button(person.names.continue).click();
  await expect(person.page.getByText(/is closed now/).first()).toBeVisible();
  await expect(person.button(person.names.start)).toHaveCount(0);

  // Suspended: out at once.
  await founder.page.getByRole('link', { name: 'People' }).click();
  await founder.press('Suspend mia');
  await founder.press('Suspend now');
  await expect(founder.page.getByText('mia is suspended.', { exact: false })).toBeVisible();
  await expect(desk.waiting).toHaveCount(0);
  await newcomer.page.goto(`${real.origin}/en/sign-in`);
  await newcomer.page.getByRole('textbox', { name: 'Name', exact: true }).fill('mia');
  await newcomer.page.getByLabel('Password', { exact: true }).fill(mia.account.password);
  await newcomer.press('Sign in');
  await expect(newcomer.page.getByText(/do not fit together|suspended/)).toBeVisible();
});
