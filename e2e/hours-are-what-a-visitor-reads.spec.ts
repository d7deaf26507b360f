import { expect, test } from './fixtures/havre.ts';
import { officeRoom } from './pages/office-room.ts';
import { personPage } from './pages/person-page.ts';

const zone = 'Europe/Amsterdam';
const dayMs = 86_400_000;

/** A day from now, by the organisation's own calendar: 2026-11-30. */
const dayAhead = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(Date.now() + days * dayMs);

test('closed by the table, open by hand, closed by hand: what the next visitor reads and can do', async ({
  havre,
}) => {
  const { origin } = await havre.ownDemo();
  const { page, button } = await officeRoom(
    await havre.page({}, origin),
    origin,
    'saskia',
    'Hours',
  );
  const published = async (now: RegExp) => {
    await expect(page.getByText(/^Published/)).toBeVisible();
    await expect(page.getByText(now)).toBeVisible();
  };
  const visitor = async () => {
    const person = personPage(await havre.page({}, origin), origin);
    await person.open();
    await person.chooseCountry('NL');
    return { ...person, status: person.page.getByRole('status') };
  };

  for (const day of await page.getByRole('checkbox', { name: /^All day/ }).all())
    await day.uncheck();
  await button('Publish').click();
  await published(/^People see: closed\.$/);
  const early = await visitor();
  await expect(early.status).toHaveText('Demo Help NL is closed now.');

  await page.getByRole('radio', { name: 'One hour', exact: true }).check();
  await button('Open now').click();
  await published(/^People see: open until \d\d:\d\d\.$/);
  const welcome = await visitor();
  await expect(welcome.status).toHaveText(/^Open now, until \d\d:\d\d\.$/);
  await welcome.button(welcome.names.continue).click();
  await welcome.button(welcome.names.start).click();
  await expect(welcome.status).toContainText('You are number 1');

  await button('Close now').click();
  await published(/^People see: closed\.$/);
  const late = await visitor();
  await expect(late.status).toHaveText('Demo Help NL is closed now.');
  await late.button(late.names.continue).click();
  await expect(late.button('Talk to Demo Help BE')).toBeVisible();
  await expect(late.button(late.names.start)).toHaveCount(0);
  // Who waits already is not sent away.
  await welcome.write('still here');
  await expect(welcome.tick('still here').getByText('Sent', { exact: true })).toBeVisible();
});

test('a day off closes that day, and neither the day before nor the day after', async ({
  havre,
}) => {
  const { origin } = await havre.ownDemo();
  const { page, button } = await officeRoom(
    await havre.page({}, origin),
    origin,
    'saskia',
    'Hours',
  );
  const takeOff = async (day: string) => {
    await page.getByLabel('Date', { exact: true }).fill(day);
    await button('Add this day').click();
    await button('Publish').click();
    await expect(page.getByText('There are changes that are not published.')).toHaveCount(0);
  };
  // The team's key is there for the days around now, so nobody looks from further away.
  const readsOn = async (days: number, sentence: RegExp | string) => {
    const person = personPage(await havre.page({ timezoneId: zone }, origin), origin);
    await person.page.clock.install({ time: Date.now() + days * dayMs });
    await person.open();
    await person.chooseCountry('NL');
    await expect(person.page.getByRole('status')).toHaveText(sentence);
  };
  await takeOff(dayAhead(0));
  await readsOn(0, /^Demo Help NL is closed now\. Open again: \w+day 00:00\.$/);
  await readsOn(1, 'Open now.');

  await page.getByRole('button', { name: /^Remove / }).click();
  await takeOff(dayAhead(1));
  await readsOn(0, /^Open now, until \w+day 00:00\.$/);
  await readsOn(1, /^Demo Help NL is closed now\. Open again: \w+day 00:00\.$/);
});
