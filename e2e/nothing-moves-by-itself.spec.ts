import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { locales, words } from './pages/names.ts';

/** Everything on the page that is animated, fades, or scrolls by itself. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = document.getAnimations().map((one) => `runs: ${one.playState}`);
    for (const one of document.querySelectorAll('*')) {
      const style = getComputedStyle(one);
      const lasts = style.transitionDuration
        .split(', ')
        .some((time) => Number.parseFloat(time) > 0);
      if (style.animationName !== 'none') found.push(`${one.tagName} ${style.animationName}`);
      if (lasts) found.push(`${one.tagName} ${style.transitionProperty}`);
      if (style.scrollBehavior === 'smooth') found.push(`${one.tagName} scrolls smoothly`);
    }
    return [...found, ...[...document.images].map((image) => image.src)];
  });

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`nothing moves by itself (${reducedMotion})`, async ({ havre }) => {
    const person = await havre.person('en', { reducedMotion });
    const { page, names } = person;
    await person.open();
    await expect(page.getByText(words('en', 'help', 'home.slow'))).toHaveCount(0);
    expect(await moving(page)).toEqual([]);
    await person.startChat('NL');
    expect(await moving(page)).toEqual([]);
    const anna = await havre.desk('anna');
    await anna.take();
    await anna.write('hello');
    await person.reads('hello');
    await person.button(names.menu).click();
    expect(await moving(page)).toEqual([]);
    // It does find what moves.
    await page.evaluate(() => document.body.animate({ opacity: [1, 0] }, 60_000));
    expect(await moving(page)).not.toEqual([]);
  });
}

for (const locale of locales) {
  test(`what was read stays where it was while the page wakes up (${locale})`, async ({
    havre,
  }) => {
    const page = await havre.page({ viewport: { width: 360, height: 640 } });
    await page.addInitScript(() => {
      Object.assign(window, { shifts: [] });
      new PerformanceObserver((list) => {
        const { shifts } = window as unknown as { shifts: number[] };
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // The scripts of a slow line: the page stands there before it answers.
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${havre.origin}/${locale}`, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(
      () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
    );
    release();
    await expect(page.getByText(words(locale, 'help', 'home.slow'))).toHaveCount(0);
    await page.evaluate(
      () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
    );
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual(
      [],
    );
  });
}
