import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { systemFirefox } from './firefox.ts';
import { firefoxPerson, openFirefox } from './fixtures/firefox.ts';
import { expect, test } from './fixtures/havre.ts';
import { helpNames } from './pages/names.ts';

test.skip(!systemFirefox(), 'no Firefox on this machine');

type Kind = {
  name: string;
  prefs: Record<string, unknown>;
  /** Asked in the page: that the browser really is of this kind, where a page can tell. */
  isSo?: (page: Page) => Promise<boolean>;
  /** Whether the address stands in the history that it leaves in its folder. */
  keepsHistory?: false;
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
    keepsHistory: false,
  },
  {
    name: 'with privacy.resistFingerprinting',
    prefs: { 'privacy.resistFingerprinting': true },
    // The screen is told to be as large as the page.
    isSo: (page) =>
      page.evaluate(() => screen.width === innerWidth && screen.height === innerHeight),
  },
];

async function withFirefox(
  prefs: Kind['prefs'],
  story: (browser: Browser) => Promise<void>,
  folder?: string,
): Promise<void> {
  const browser = await openFirefox(prefs, folder);
  try {
    await story(browser);
  } finally {
    await browser.close();
  }
}

for (const { name, prefs, isSo, keepsHistory = true } of kinds) {
  test(`Firefox ${name}: a whole chat works, and its end`, async ({ havre }) => {
    const anna = await havre.desk('anna');
    const folder = mkdtempSync(join(tmpdir(), 'havre-firefox-'));
    const story = async (browser: Browser): Promise<void> => {
      const person = firefoxPerson(await browser.newPage(), havre.origin);
      const { continue: next, start, send, menu, end, endNow } = helpNames('en');
      await person.startChat('en', { next, start });
      if (isSo) expect(await isSo(person.page), `Firefox ${name}`).toBe(true);
      await person.write('hello from Firefox', send);
      await anna.take();
      await anna.reads('hello from Firefox');
      await anna.write('good that you write');
      await person.reads('good that you write');
      await person.write('there is more', send);
      await anna.reads('there is more');
      for (const button of [menu, end, endNow]) await person.press(button);
      await expect(anna.box).toHaveCount(0);
    };
    await withFirefox(prefs, story, folder);
    const history = readFileSync(join(folder, 'places.sqlite'));
    expect(history.includes(new URL(havre.origin).host)).toBe(keepsHistory);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Presses Tab so many times on a fresh page, then Enter. @returns the path where that leads */
async function follow(page: Page, origin: string, stops: number): Promise<string> {
  await page.goto(`${origin}/nl`);
  for (let press = 0; press < stops; press += 1) await page.keyboard.press('Tab');
  // Without script nothing can be asked of the page; only its address tells where one is.
  const moved = page.waitForNavigation({ timeout: 1500 }).catch(() => null);
  await page.keyboard.press('Enter');
  await moved;
  return new URL(page.url()).pathname;
}

test('Firefox without script: something to read, and the way out of it', async ({ havre }) => {
  await withFirefox({ 'javascript.enabled': false }, async (browser) => {
    const page = await browser.newPage();
    let path = '';
    for (let stops = 8; path !== '/nl/info/young' && stops < 24; stops += 1)
      path = await follow(page, havre.origin, stops);
    expect(path).toBe('/nl/info/young');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/away');
  });
});
