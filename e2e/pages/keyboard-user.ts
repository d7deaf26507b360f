import { expect, type Page } from '@playwright/test';

const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** Somebody without a mouse: they know where they stand by the focus, and go on by the Tab key. */
export function keyboardUser(page: Page) {
  /** What the control with the focus is called; empty when the focus is lost to the page. */
  const nameOfFocus = (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      if (!at || at === document.body) return '';
      const label = (at as HTMLInputElement).labels?.[0]?.textContent;
      return (label ?? at.textContent ?? '').trim();
    });

  /** Tab until the focus stands on `name`; fails after so many stops that nobody would go on. */
  async function tabTo(name: string | RegExp): Promise<void> {
    for (let stops = 0; stops < 40; stops += 1) {
      if (fits(await nameOfFocus(), name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach "${name}", it stands on "${await nameOfFocus()}"`);
  }

  return {
    nameOfFocus,
    tabTo,
    async press(name: string | RegExp): Promise<void> {
      await tabTo(name);
      await page.keyboard.press('Enter');
    },
    /** The focus comes to stand on `name` by itself, without a key. */
    async standsOn(name: string | RegExp): Promise<void> {
      await expect
        .poll(async () => {
          const at = await nameOfFocus();
          return fits(at, name) ? String(name) : at;
        })
        .toBe(String(name));
    },
  };
}
