import type { Browser, Page } from '@playwright/test';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { type PageInspector, pageInspector } from './fixtures/page-inspector.ts';
import { personPage } from './pages/person-page.ts';

const exitOf = (page: Page) => page.locator('a[href^="/exit/"]').first();

/** A page of its own: the browser itself writes of lost connections into the console there. */
async function personWithoutNetwork(browser: Browser, origin: string) {
  const context = await browser.newContext();
  return personPage(await context.newPage(), origin);
}

/** What somebody who looks at the screen, the tab and the list of pages sees: nothing. */
async function looksEmpty(inspector: PageInspector): Promise<void> {
  const seen = await inspector.read(`({
    title: document.title,
    text: document.body.textContent.trim(),
    things: document.body.childElementCount,
    icons: document.querySelectorAll('link[rel~="icon"]').length,
    covered: document.documentElement.hasAttribute('data-covered'),
  })`);
  expect(seen).toEqual({ title: '', text: '', things: 0, icons: 0, covered: true });
}

/** A desk that sees who waits, from now on. */
async function watchingDesk(havre: Havre) {
  const claire = await havre.desk('claire');
  const waiting = claire.waiting.getByRole('listitem');
  return (count: number) => expect(waiting).toHaveCount(count);
}

/** Somebody whose counsellor has read them. */
async function answered(havre: Havre, word: string) {
  const anna = await havre.desk('anna');
  const person = await personWithoutNetwork(havre.browser(), havre.origin);
  await person.startChat('NL');
  await person.write(word);
  await anna.take();
  await anna.reads(word);
  return { anna, person, inspector: await pageInspector(person.page) };
}

test('without internet the covered page stays, and leaves by itself when the internet is back', async ({
  havre,
  browser,
}) => {
  const person = await personWithoutNetwork(browser, havre.origin);
  const { page } = person;
  const waiting = await watchingDesk(havre);
  await person.startChat('BE');
  await person.write('canary-buzzard');
  await waiting(1);
  const inspector = await pageInspector(page);
  await page.context().setOffline(true);
  await exitOf(page).click();
  await looksEmpty(inspector);
  await expect.poll(() => inspector.read('location.pathname')).toBe('/exit/en');
  await looksEmpty(inspector);
  await page.context().setOffline(false);
  await page.waitForURL('**/away');
  await page.context().close();
  // The covered page has said it: the place is free, and nobody is called to an empty chair.
  await waiting(0);
});

test('a server that is gone: no error page with our name, and away when it is back', async ({
  havre,
  browser,
}) => {
  const person = await personWithoutNetwork(browser, havre.origin);
  const { page } = person;
  let gone = false;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (gone) return void socket.close();
    const server = socket.connectToServer();
    socket.onMessage((message) => (gone ? void socket.close() : server.send(message)));
  });
  await page.route('**', (route) => (gone ? route.abort('connectionrefused') : route.continue()));
  const waiting = await watchingDesk(havre);
  await person.startChat('BE');
  await waiting(1);
  gone = true;
  await person.box.fill('is anybody there');
  await person.button('Send').click();
  await expect(page.getByText(/Our site has a problem|no internet/i).first()).toBeVisible();
  const inspector = await pageInspector(page);
  await exitOf(page).click();
  await looksEmpty(inspector);
  gone = false;
  await page.waitForURL('**/away');
  await page.context().close();
  // The covered page has said it: the place is free, and nobody is called to an empty chair.
  await waiting(0);
});

test('the counsellor is told as soon as the covered page has the internet again', async ({
  havre,
}) => {
  const { anna, person, inspector } = await answered(havre, 'canary-whimbrel');
  const { page } = person;
  await page.context().setOffline(true);
  await exitOf(page).click();
  await looksEmpty(inspector);
  expect(await inspector.found(['canary-whimbrel'])).toEqual([]);
  await expect(anna.page.getByText(/Left quickly/)).toHaveCount(0);
  await page.context().setOffline(false);
  await page.waitForURL('**/away');
  await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
  await expect(anna.button('Send')).toHaveCount(0);
  await page.context().close();
});

for (const when of ['while it can be undone', 'when the page said "not yet"'] as const)
  test(`"Delete everything" without internet, left ${when}: deleted when the internet is back`, async ({
    havre,
  }) => {
    const { anna, person, inspector } = await answered(havre, 'canary-turnstone');
    const { page } = person;
    await page.context().setOffline(true);
    await person.deleteAll();
    if (when !== 'while it can be undone')
      await expect(page.getByText(/not deleted on our server yet/)).toBeVisible();
    await exitOf(page).click();
    await looksEmpty(inspector);
    expect(await inspector.found(['canary-turnstone'])).toEqual([]);
    await anna.reads('canary-turnstone');
    await page.context().setOffline(false);
    await page.waitForURL('**/away');
    await expect(anna.page.getByText(/The person deleted everything/)).toBeVisible();
    await expect(anna.page.getByText('canary-turnstone')).toHaveCount(0);
    await page.context().close();
  });
