import type { Browser, Page } from 'puppeteer-core';
import { infoFiles } from '#messages/content/info-pages.ts';
import { systemFirefox } from './firefox.ts';
import { firefoxPerson, openFirefox } from './fixtures/firefox.ts';
import { expect, test } from './fixtures/havre.ts';
import { helpNames, words } from './pages/names.ts';

test.skip(!systemFirefox(), 'no Firefox on this machine');

type Kind = {
  name: string;
  prefs: Record<string, unknown>;
  /** Asked in the page: that the browser really is of this kind. */
  isSo: (page: Page) => Promise<boolean>;
};

const kinds: readonly Kind[] = [
  {
    name: 'as it comes',
    prefs: {},
    isSo: (page) => page.evaluate(() => typeof WebAssembly === 'object'),
  },
  {
    name: 'without WebAssembly and without a compiler for scripts',
    prefs: {
      'javascript.options.wasm': false,
      'javascript.options.ion': false,
      'javascript.options.baselinejit': false,
    },
    isSo: (page) => page.evaluate(() => typeof WebAssembly === 'undefined'),
  },
  {
    name: 'with every storage switched off',
    prefs: {
      'dom.storage.enabled': false,
      'dom.indexedDB.enabled': false,
      'dom.caches.enabled': false,
      'network.cookie.cookieBehavior': 2,
      'browser.cache.disk.enable': false,
      'browser.cache.memory.enable': false,
    },
    isSo: (page) =>
      page.evaluate(() => {
        try {
          return !window.localStorage;
        } catch {
          return true;
        }
      }),
  },
  {
    name: 'in private mode',
    prefs: { 'browser.privatebrowsing.autostart': true },
    // It keeps no service worker, and so has none to offer.
    isSo: (page) =>
      page.evaluate(async () => {
        const { serviceWorker } = navigator;
        return (
          !serviceWorker ||
          (await serviceWorker.register('/x.js').then(
            () => false,
            () => true,
          ))
        );
      }),
  },
  {
    name: 'with privacy.resistFingerprinting',
    prefs: { 'privacy.resistFingerprinting': true },
    // The screen is told to be as large as the page.
    isSo: (page) =>
      page.evaluate(() => screen.width === innerWidth && screen.height === innerHeight),
  },
];

async function withFirefox(prefs: Kind['prefs'], story: (browser: Browser) => Promise<void>) {
  const browser = await openFirefox(prefs);
  try {
    await story(browser);
  } finally {
    await browser.close();
  }
}

for (const { name, prefs, isSo } of kinds) {
  test(`Firefox ${name}: a whole chat works, and its end`, async ({ havre }) => {
    const anna = await havre.desk('anna');
    await withFirefox(prefs, async (browser) => {
      const person = firefoxPerson(await browser.newPage(), havre.origin);
      const { continue: next, start, send, menu, end, endNow } = helpNames('en');
      await person.startChat('en', { next, start });
      expect(await isSo(person.page), `Firefox ${name}`).toBe(true);
      await person.write('hello from Firefox', send);
      await anna.take();
      await anna.reads('hello from Firefox');
      await anna.write('good that you write');
      await person.reads('good that you write');
      await person.write('there is more', send);
      await anna.reads('there is more');
      for (const button of [menu, end, endNow]) await person.press(button);
      await expect(anna.box).toHaveCount(0);
      await person.exit().click();
      await person.isAway();
    });
  });
}

test('Firefox without script: the numbers, something to read, and the way out', async ({
  havre,
}) => {
  await withFirefox({ 'javascript.enabled': false }, async (browser) => {
    const page = await browser.newPage();
    // biome-ignore lint/performance/useDomNodeTextContent: what is not shown must not be read
    const text = () => page.$eval('main', (main) => (main as HTMLElement).innerText);
    await page.goto(`${havre.origin}/nl`);
    expect(await text()).toContain(words('nl', 'help', 'home.noScript'));
    expect(await text()).not.toContain(words('nl', 'help', 'home.oldBrowser'));
    // What could not do anything is not shown.
    expect(await text()).not.toContain(words('nl', 'help', 'home.go'));
    for (const folded of await page.$$('summary')) await folded.click();
    expect(await page.$$('a[href^="tel:"]')).not.toHaveLength(0);
    expect(await text()).toContain('Zelfmoord');
    await page.locator('a[href="/nl/info/young"]').click();
    await page.waitForSelector(`::-p-xpath(//h1[.="${infoFiles.young.title.nl}"])`);
    await page.locator('a[href="/exit/nl"]').click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/away');
  });
});
