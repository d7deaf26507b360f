import { expect, type Locator, type Page } from '@playwright/test';
import type { HelpNames, Locale } from './names.ts';
import { helpNames } from './names.ts';

type Country = 'BE' | 'NL' | 'LU';

/** The help side, as the person who seeks help uses it: by what a screen reader would name. */
export function personPage(page: Page, origin: string, locale: Locale = 'en') {
  const names: HelpNames = helpNames(locale);
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const log = page.getByRole('log', { name: names.log, exact: true });
  const box = page.getByRole('textbox', { name: names.box, exact: true });

  async function chooseCountry(country: Country): Promise<void> {
    const list = page.getByRole('combobox', { name: names.country });
    if (await list.count()) return void (await list.selectOption({ label: names[country] }));
    await page.getByRole('radio', { name: names[country], exact: true }).check();
  }

  return {
    page,
    names,
    log,
    box,
    button,
    chooseCountry,
    async open(): Promise<void> {
      await page.goto(`${origin}/${locale}`);
    },
    async startChat(country: Country = 'NL'): Promise<void> {
      await page.goto(`${origin}/${locale}`);
      await chooseCountry(country);
      await button(names.continue).click();
      await button(names.start).click();
      await expect(box).toBeVisible();
    },
    async write(text: string): Promise<void> {
      await box.fill(text);
      await button(names.send).click();
      await expect(box).toHaveValue('');
    },
    async reads(text: string): Promise<void> {
      await expect(log.getByText(text, { exact: true })).toHaveCount(1);
    },
    /** The state written beside the own message that holds `text`. */
    tick(text: string): Locator {
      return log.getByText(text, { exact: true }).locator('xpath=ancestor::div[1]');
    },
    /** Begins to delete everything: five seconds in which it can be taken back. */
    async deleteAll(): Promise<void> {
      await button(names.menu).click();
      await button(names.deleteAll).click();
      await expect(button(names.undo)).toBeFocused();
    },
    async end(): Promise<void> {
      await button(names.menu).click();
      await page
        .getByRole('button', { name: names.end, exact: true })
        .or(page.getByRole('menuitem', { name: names.end, exact: true }))
        .click();
      await button(names.endNow).click();
    },
  };
}

export type PersonPage = ReturnType<typeof personPage>;
