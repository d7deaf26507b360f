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

/** The beacon was lost with the line: for the desk this phone is away, and what was stored can be ended. */
async function stillWaits(havre: Havre): Promise<void> {
  const claire = await havre.desk('claire');
  await expect(claire.waiting.getByRole('listitem')).toHaveCount(1);
  await claire.take();
  await claire.end();
  await expect(claire.box).toHaveCount(0);
}

test('without internet the covered page stays, and leaves by itself when the internet is back', async ({
  havre,
  browser,
}) => {
  const person = await personWithoutNetwork(browser, havre.origin);
  const { page } = person;
  await person.startChat('BE');
  await person.write('canary-buzzard');
  const inspector = await pageInspector(page);
  await page.context().setOffline(true);
  await exitOf(page).click();
  await looksEmpty(inspector);
  await expect.poll(() => inspector.read('location.pathname')).toBe('/exit/en');
  await looksEmpty(inspector);
  await page.context().setOffline(false);
  await page.waitForURL('**/away');
  await page.context().close();
  await stillWaits(havre);
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
  await person.startChat('BE');
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
  await stillWaits(havre);
});
