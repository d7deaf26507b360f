import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

test('nobody here is said plainly, to who is in danger first, with numbers and without a false promise', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const { origin } = await havre.ownDemo();
  const english = { locale: 'en-GB' };
  const person = personPage(await havre.page(english, origin), origin);
  const { page } = person;
  const status = page.getByRole('status');

  // Before any choice: what holds for everyone.
  await person.open();
  await expect(status).toHaveText('Open now.');

  const desk = deskPage(await havre.page(english, origin), origin);
  await desk.signInAtDesk('anna');
  const office = deskPage(await havre.page(english, origin), origin);
  await office.signIn('saskia');
  await office.page.getByRole('link', { name: 'Hours', exact: true }).click();

  // Who waits while the door is closed is not asked for an address that nobody may read.
  const waiting = personPage(await havre.page(english, origin), origin);
  await waiting.startChat('NL');
  await waiting.page.getByText("I can't call").click();
  const asked = waiting.page.getByText('Want us to send help?', { exact: false });
  const flag = waiting.page.getByRole('button', { name: 'I am in danger now' });
  await expect(asked).toBeVisible();
  await expect(flag).toBeVisible();
  await office.button('Close now').click();
  await expect(waiting.page.getByText('We are closed now.', { exact: false })).toBeVisible();
  await expect(asked).toHaveCount(0);
  await expect(flag).toHaveCount(0);
  await waiting.page.close();
  const why = /People cannot write to you now, because you are closed by your hours/;
  await expect(office.page.getByText(why)).toBeVisible();
  await expect(desk.page.getByText(why)).toBeVisible();

  await person.open();
  await person.chooseCountry('NL');
  await expect(status).toHaveText('Demo Help NL is closed now.');
  await page.getByText("I can't call").click();
  await expect(page.getByText("Nobody is here now. Don't wait for us: call 112.")).toBeVisible();
  await expect(page.getByRole('button', { name: 'I am in danger now' })).toHaveCount(0);
  await expect(page.getByText('Want us to send help?', { exact: false })).toHaveCount(0);
  await person.button(person.names.continue).click();
  await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^113/ }).first()).toBeVisible();
  await expect(person.button('Talk to Demo Help BE')).toBeVisible();
  await expect(person.button(person.names.start)).toHaveCount(0);
  await havre.accessible(page);

  // The last new chat: those who are there are still helped, and the page says until when.
  for (const box of await office.page.getByRole('checkbox', { name: /^All day/ }).all())
    await box.uncheck();
  await office.page.getByLabel('Last new chat, minutes before closing').fill('240');
  await office.button('Publish').click();
  await expect(office.page.getByText(/^Published/)).toBeVisible();
  await office.page.getByRole('radio', { name: 'One hour', exact: true }).check();
  await office.button('Open now').click();
  await expect(office.page.getByText(/New people cannot write to you now/)).toBeVisible();
  await person.open();
  await person.chooseCountry('NL');
  await expect(status).toHaveText(
    // Around midnight it names the day as well.
    /^Demo Help NL closes at (\w+day )?\d\d:\d\d\. A new chat is not possible any more\.$/,
  );
});

test('who waits elsewhere is pointed to no list that is empty', async ({ havre }) => {
  const person = await havre.person('en');
  const { page } = person;
  await page.clock.install();
  await person.open();
  await page.getByRole('radio', { name: 'Another country', exact: true }).check();
  await person.button(person.names.continue).click();
  await page
    .getByRole('button', { name: /^Talk to Demo Help/ })
    .first()
    .click();
  await person.button(person.names.start).click();
  await expect(person.box).toBeVisible();
  await page.clock.fastForward(10 * 60_000 + 1000);
  await expect(page.getByRole('status')).toContainText(
    'You can keep waiting. Emergency? Call 112.',
  );
  await expect(page.getByText('numbers below')).toHaveCount(0);
  await expect(page.getByText('we know one number: 112', { exact: false })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
  // Somebody else to talk to is for who had somebody.
  await expect(person.button('Talk to someone else')).toHaveCount(0);
  // Ten minutes in one go look like a dead line, until something is heard again.
  await person.write('still here');
  await expect(person.tick('still here').getByText(person.names.sent)).toBeVisible();
});

test('whoever chose no country needs two taps, and reads before the second who answers, where, and by which rules', async ({
  havre,
}) => {
  const { page, names, open, button, box } = await havre.person('en');
  await open();
  await button(names.continue).click();
  await expect(
    page.getByText(
      /^Demo Help (BE answers. Country: Belgium and Luxembourg|NL answers. Country: Netherlands)\./,
    ),
  ).toBeVisible();
  await expect(page.getByText(words('en', 'help', 'answer.otherRules'))).toBeVisible();
  await button(names.start).click();
  await expect(box).toBeVisible();
});
