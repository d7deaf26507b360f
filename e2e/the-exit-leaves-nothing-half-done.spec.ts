import type { Page } from '@playwright/test';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { personPage } from './pages/person-page.ts';

const exitOf = (page: Page) => page.locator('a[href^="/exit/"]').first();

/** How many waiting people a desk shows; none of them is from an earlier story. */
const waitingAt = async (havre: Havre) => (await havre.desk('anna')).waiting.getByRole('listitem');

test('in the queue: the place is given free at once, and nobody reads what was written', async ({
  havre,
}) => {
  const person = await havre.person('nl');
  const next = await havre.person('en');
  const waiting = await waitingAt(havre);
  await person.startChat('NL');
  await person.write('canary-linnet');
  await next.startChat('NL');
  await expect(waiting).toHaveCount(2);
  await exitOf(person.page).click();
  await person.page.waitForURL('**/away');
  await expect(waiting).toHaveCount(1);
  await expect(
    next.page.getByRole('status').filter({ hasText: next.names.place(1) }),
  ).toBeVisible();
});

test('while a message is on its way: it arrives whole or not at all, and the desk is told', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await person.write('canary-dunlin');
  await anna.take();
  await anna.reads('canary-dunlin');
  await person.box.fill('canary-plover');
  // The message leaves and the page is left within one task: no answer can come in between.
  await person.page.evaluate(() => {
    const form = document.querySelector('textarea')?.form;
    form?.requestSubmit();
    document.querySelector<HTMLAnchorElement>('a[href^="/exit/"]')?.click();
  });
  await person.page.waitForURL('**/away');
  await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
  await expect(anna.log.getByText(/could not be read|is missing/)).toHaveCount(0);
  expect(await anna.log.getByText('canary-plover').count()).toBeLessThanOrEqual(1);
});

test('twice in a row, by link and by Shift: away once, and Back shows nothing', async ({
  havre,
}) => {
  const person = await havre.person('fr');
  await person.startChat('BE');
  await person.write('canary-godwit');
  const beacons: string[] = [];
  person.page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/left') beacons.push(request.url());
  });
  const place = await exitOf(person.page).boundingBox();
  if (!place) throw new Error('no exit');
  await person.page.mouse.dblclick(place.x + place.width / 2, place.y + place.height / 2);
  for (let at = 0; at < 3; at += 1) await person.page.keyboard.press('Shift');
  await person.page.waitForURL('**/away');
  expect(beacons).toHaveLength(1);
  await person.page.goBack();
  await expect(person.page.getByText('canary-godwit')).toHaveCount(0);
  await expect(person.page.getByRole('log')).toHaveCount(0);
});

test('without script: the link leaves, to the neutral page of its language, and nothing is stored', async ({
  havre,
}) => {
  for (const locale of ['nl', 'fr', 'en'] as const) {
    const page = await havre.page({ javaScriptEnabled: false });
    await page.goto(`${havre.origin}/${locale}`);
    const exit = exitOf(page);
    await expect(exit).toBeVisible();
    // First in the order of the Tab key, so that the keyboard finds it with one press.
    await page.keyboard.press('Tab');
    await expect(exit).toBeFocused();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/exit/')),
      exit.click(),
    ]);
    expect(answer.status()).toBe(303);
    expect(answer.url()).toContain(`/exit/${locale}`);
    const headers = await answer.allHeaders();
    expect(headers['clear-site-data']).toBe('"*"');
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    await page.waitForURL('**/away');
    expect(await page.context().cookies()).toEqual([]);
    await page.goBack();
    await expect(page).toHaveURL(`${havre.origin}/${locale}`);
  }
});

test('with a server that answers nothing: away from the screen at once all the same', async ({
  havre,
  browser,
}) => {
  const demo = await havre.ownDemo();
  const context = await browser.newContext();
  const person = personPage(await context.newPage(), demo.origin);
  await person.startChat('NL');
  await person.write('canary-curlew');
  process.kill(demo.pid, 'SIGSTOP');
  try {
    const covered = await person.page.evaluate(() => {
      document.querySelector<HTMLAnchorElement>('a[href^="/exit/"]')?.click();
      return {
        title: document.title,
        text: document.body.textContent?.trim(),
        fields: document.querySelectorAll('input, textarea').length,
      };
    });
    expect(covered).toEqual({ title: '', text: '', fields: 0 });
  } finally {
    process.kill(demo.pid, 'SIGCONT');
  }
  await person.page.waitForURL('**/away');
  await context.close();
});

/** The answer to the start of a chat becomes one that asks for work that no machine does in a minute. */
async function askForWork(page: Page): Promise<void> {
  const offer = { ok: false, code: 'work_needed', challenge: 'A'.repeat(22), bits: 40 };
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    let bytesToCome = 0;
    let asked = '';
    socket.onMessage((message) => {
      const start = /^45(\d+)-\/help,(\d+)\["mailbox:open"/.exec(String(message));
      if (start) {
        bytesToCome = Number(start[1]);
        asked = start[2] ?? '';
      } else if (bytesToCome > 0) {
        bytesToCome -= 1;
        if (bytesToCome === 0) socket.send(`43/help,${asked}[${JSON.stringify(offer)}]`);
      } else server.send(message);
    });
  });
}

test('during the work that a start may cost, without internet: the worker ends with the page', async ({
  havre,
  browser,
}) => {
  const context = await browser.newContext();
  const person = personPage(await context.newPage(), havre.origin);
  const { page } = person;
  await askForWork(page);
  await person.startChat('NL');
  await expect.poll(() => page.workers().length).toBe(1);
  await context.setOffline(true);
  await exitOf(page).evaluate((link: HTMLAnchorElement) => link.click());
  // The page is covered, and still there: nothing but the exit can have ended it.
  await expect.poll(() => page.workers().length, { timeout: 3000 }).toBe(0);
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-covered'))).toBe(
    true,
  );
  await context.setOffline(false);
  await page.waitForURL('**/away');
  await context.close();
});

test('while the chat is still being opened: whoever left by then is in no queue', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const { page, names, button } = person;
  const waiting = await waitingAt(havre);
  await person.open();
  await person.chooseCountry('NL');
  // Its code is on a slow line, and so is the page that the exit leads to: this one lives on for a while.
  let arrive = () => {};
  const slow = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  let asked = 0;
  await page.route('**/_next/static/chunks/**', async (route) => {
    asked += 1;
    await slow;
    await route.continue();
  });
  let lead = () => {};
  const leading = new Promise<void>((resolve) => {
    lead = resolve;
  });
  await page.route('**/exit/**', async (route) => {
    await leading;
    await route.continue();
  });
  await button(names.continue).click();
  await button(names.start).click();
  await expect.poll(() => asked).toBeGreaterThan(2);
  await exitOf(page).evaluate((link: HTMLAnchorElement) => link.click());
  const loaded = page.waitForEvent('requestfinished');
  arrive();
  await loaded;
  // Long enough for what came late to open a chat, as it does for who stays.
  await page.waitForTimeout(2500);
  expect(() => havre.mailboxOf(page)).toThrow('no mailbox');
  await expect(waiting).toHaveCount(0);
  lead();
  await page.waitForURL('**/away');
});
