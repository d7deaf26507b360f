import type { Browser, Page } from 'puppeteer-core';
import { systemFirefox } from './firefox.ts';
import { firefoxPerson, openFirefox } from './fixtures/firefox.ts';
import { expect, test } from './fixtures/havre.ts';
import { helpNames, type Locale, locales } from './pages/names.ts';

test.skip(!systemFirefox(), 'no Firefox on this machine');

let firefox: Browser;
test.beforeAll(async () => {
  if (systemFirefox()) firefox = await openFirefox();
});
test.afterAll(() => firefox?.close());

/** A person in a context of their own, already in a chat. */
async function inChat(origin: string, locale: Locale, browser: Browser = firefox) {
  const context = await browser.createBrowserContext();
  const person = firefoxPerson(await context.newPage(), origin);
  const { continue: next, start, send } = helpNames(locale);
  await person.startChat(locale, { next, start });
  return { ...person, context, send };
}

const looksEmpty = (page: Page) =>
  page.evaluate(
    () =>
      document.title === '' &&
      document.body.childElementCount === 0 &&
      document.body.textContent?.trim() === '',
  );

test('Firefox: the link leaves, a second press changes nothing, Back brings nothing, the desk is told', async ({
  havre,
}) => {
  const anna = await havre.desk('anna');
  const person = await inChat(havre.origin, 'en');
  await anna.take();
  await anna.write('something only for them');
  await person.reads('something only for them');
  await (await person.box())?.click();
  await person.page.keyboard.type('half a sentence');
  // Planted, and gone after the exit: the answer has the browser forget what this site kept.
  await person.page.evaluate(() => localStorage.setItem('planted', 'here'));
  await person.exit().click({ count: 2 });
  await person.isAway();
  await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
  expect(await person.page.evaluate(() => localStorage.getItem('planted'))).toBeNull();
  await person.page.goBack().catch(() => null);
  const text = await person.bodyText();
  expect(text).not.toContain('something only for them');
  expect(text).not.toContain('half a sentence');
  expect(await person.page.$('[role="log"]')).toBeNull();
  await expect(anna.log.getByText('half a sentence')).toHaveCount(0);
  await person.context.close();
});

test('Firefox: capitals and shifted keys never leave, three Shifts while typing do, in three languages', async ({
  havre,
}) => {
  const anna = await havre.desk('anna');
  for (const locale of locales) {
    const { page, context, ...person } = await inChat(havre.origin, locale);
    await anna.take();
    const box = await person.box();
    await box?.click();
    for (const key of ['KeyH', 'KeyE', 'KeyL', 'KeyP', 'Digit1', 'Digit1', 'Digit2'] as const) {
      await page.keyboard.down('Shift');
      await page.keyboard.press(key);
      await page.keyboard.up('Shift');
    }
    expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toBe('HELP!!@');
    await person.shifts(1);
    await box?.click();
    await person.shifts(2);
    await page.waitForFunction(
      () => (document.querySelector('[aria-live="assertive"]')?.textContent ?? '') !== '',
    );
    await person.shifts(1);
    await person.isAway();
    await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
    await context.close();
  }
});

test('Firefox: out of the queue; while sending; with a server that answers nothing', async ({
  havre,
  server,
}) => {
  const anna = await havre.desk('anna');
  const waiting = await inChat(havre.origin, 'en');
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(1);
  await waiting.shifts(3);
  await waiting.isAway();
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(0);
  await waiting.context.close();

  const person = await inChat(havre.origin, 'en');
  await anna.take();
  await person.write('before', person.send);
  await anna.reads('before');
  process.kill(server.pid, 'SIGSTOP');
  try {
    await person.write('on its way', person.send);
    await person.shifts(3);
    expect(await looksEmpty(person.page)).toBe(true);
    const since = await person.page.evaluate(() => performance.now());
    await expect
      .poll(() => person.page.evaluate((from) => performance.now() - from, since))
      .toBeGreaterThan(1_500);
    expect(await looksEmpty(person.page)).toBe(true);
  } finally {
    process.kill(server.pid, 'SIGCONT');
  }
  await person.isAway();
  await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
  await person.context.close();
});

test('Firefox: in reach at 320 px, above a soft keyboard, at 400 %, with every panel open, and first', async ({
  havre,
}) => {
  const { page, context, ...person } = await inChat(havre.origin, 'fr');
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 360, height: 280 },
    { width: 90, height: 70 },
  ]) {
    await page.setViewport(viewport);
    await page.evaluate(() => {
      const folded = 'details:not([open]) > summary, button[aria-expanded="false"]';
      for (const one of document.querySelectorAll<HTMLElement>(folded)) one.click();
    });
    await page.waitForSelector('button[aria-expanded="true"]');
    const found = await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
      const link = document.querySelector<HTMLElement>('a[href^="/exit/"]');
      const box = link?.getBoundingClientRect();
      if (!link || !box) return null;
      const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return {
        folded: document.querySelectorAll('details:not([open]), button[aria-expanded="false"]')
          .length,
        tall: box.height >= 44 && box.width >= 44,
        onScreen: box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
        onTop: link.contains(middle),
        first: document.querySelector('a[href], button, input, summary, textarea') === link,
      };
    });
    const all = { folded: 0, tall: true, onScreen: true, onTop: true, first: true };
    expect(found, `${viewport.width} x ${viewport.height}`).toEqual(all);
  }
  await person.exit().click();
  await person.isAway();
  await context.close();
});

test('Firefox: a page that comes back out of the memory of Back goes on to the neutral page', async ({
  havre,
}) => {
  const context = await firefox.createBrowserContext();
  const page = await context.newPage();
  const person = firefoxPerson(page, havre.origin);
  await page.goto(`${havre.origin}/en`);
  await page.waitForSelector('h1');
  await page.evaluate(() =>
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  await person.isAway();
  await context.close();

  // And one in a chat.
  const anna = await havre.desk('anna');
  const talking = await inChat(havre.origin, 'en');
  await anna.take();
  await talking.page.evaluate(() =>
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  await talking.isAway();
  await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
  await talking.context.close();
});

test('Firefox without script: the first press of Tab finds the link, and Enter leaves', async ({
  havre,
}) => {
  const plain = await openFirefox({ 'javascript.enabled': false });
  try {
    const page = await plain.newPage();
    await page.goto(`${havre.origin}/nl`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/away');
  } finally {
    await plain.close();
  }
});
