import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { enrolPage, welcomeColleague } from './pages/enrol-page.ts';
import { keyboardUser } from './pages/keyboard-user.ts';
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
  // Alone, nobody is let in: the office says why, the page of a person says that nobody is here.
  await expect(founder.page.getByText(/because no counsellor is at the desk/)).toBeVisible();
  await founder.page.getByRole('link', { name: 'Hours' }).click();
  await expect(founder.page.getByText('People see: nobody is here now.')).toBeVisible();
  await founder.page.getByRole('link', { name: 'People' }).click();
  await person.open();
  await person.chooseCountry('BE');
  await expect(person.page.getByText('Nobody from House on the Corner is here now.')).toBeVisible();
  await person.button(person.names.continue).click();
  await expect(person.page.getByText(/Don’t wait for us: call 112/).first()).toBeVisible();
  await expect(person.page.getByText('Payoke', { exact: false }).first()).toBeVisible();
  await expect(person.button(person.names.start)).toHaveCount(0);

  const mia = await welcomeColleague(founder, newcomer, 'mia');
  expect(mia.words).toHaveLength(5);
  await keyboardUser(founder.page).standsOn('People');

  const desk = deskPage(newcomer.page, real.origin);
  await newcomer.signIn(real.origin, mia.account);
  await expect(desk.waiting).toBeVisible();
  await expect(founder.page.getByText(/People cannot write to you now/)).toHaveCount(0);
  await person.startChat('BE');
  await person.write('is this the corner house');
  await desk.take();
  await desk.reads('is this the corner house');
  await desk.write('yes, come in');
  await person.reads('yes, come in');
  await person.end();
  await expect(person.page.getByText('Was something not OK?')).toBeVisible();

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

  // Open again, and only in Dutch and French: whoever reads English is asked first.
  await founder.press('Back to the table');
  await expect(founder.page.getByText('People see: open.')).toBeVisible();
  await founder.page.getByLabel('English', { exact: true }).uncheck();
  await founder.press('Publish');
  await expect(founder.page.getByText(/^Published/)).toBeVisible();
  await person.open();
  await person.chooseCountry('BE');
  await person.button(person.names.continue).click();
  await expect(person.page.getByText(/Nobody who speaks English is here now/)).toBeVisible();
  await expect(person.button(person.names.start)).toHaveCount(0);
  await havre.accessible(person.page);
  await person.button('Yes, that is OK').click();
  await expect(person.button(person.names.start)).toBeFocused();

  // All of it stands in the log, from the very first step on.
  await founder.page.getByRole('link', { name: 'Audit log', exact: true }).click();
  const log = founder.page.getByRole('table', { name: 'Audit log' });
  for (const [what, about] of [
    ['Set up the organisation', 'this organisation'],
    ['Opened or closed by hand', 'closed now'],
    ['Opened or closed by hand', 'by the hours again'],
    ['Published details and hours', 'version'],
  ] as const)
    await expect(
      log.getByRole('row').filter({ hasText: what }).filter({ hasText: about }).first(),
    ).toBeVisible();

  // Suspended: out at once.
  await founder.page.getByRole('link', { name: 'People' }).click();
  await founder.press('Suspend mia');
  await founder.press('Suspend now');
  await expect(founder.page.getByText('mia is suspended.', { exact: false })).toBeVisible();
  await keyboardUser(founder.page).standsOn('People');
  await expect(desk.waiting).toHaveCount(0);
  // Nobody is at the desk any more: the office says so, and who was about to start is told at once.
  await expect(founder.page.getByText(/because no counsellor is at the desk/)).toBeVisible();
  await person.button(person.names.start).click();
  await expect(person.page.getByRole('status')).toContainText(
    'Nobody is here now. Don’t wait for us.',
  );
  await expect(person.box).toHaveCount(0);
  await newcomer.page.goto(`${real.origin}/en/sign-in`);
  await newcomer.page.getByRole('textbox', { name: 'Name', exact: true }).fill('mia');
  await newcomer.page.getByLabel('Password', { exact: true }).fill(mia.account.password);
  await newcomer.press('Sign in');
  await expect(newcomer.page.getByText(/do not fit together|suspended/)).toBeVisible();
});
