import { expect, type Locator, type Page } from '@playwright/test';
import { deskNames, type Locale } from './names.ts';

/** The counsellor's desk; its English names are those that `contract.md` fixes. */
export function deskPage(page: Page, origin: string, locale: Locale = 'en') {
  const names = deskNames(locale);
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const log = page.getByRole('log', { name: names.log, exact: true });
  const box = page.getByRole('textbox', { name: names.box, exact: true });
  const waiting = page.getByRole('list', { name: names.waiting, exact: true });
  const chats = page.getByRole('list', { name: names.chats, exact: true });

  return {
    page,
    log,
    box,
    waiting,
    chats,
    button,
    async signIn(name: string, password = 'demo-password-1'): Promise<void> {
      await page.goto(`${origin}/${locale}/sign-in`);
      await page.getByRole('textbox', { name: names.name, exact: true }).fill(name);
      await page.getByLabel(names.password, { exact: true }).fill(password);
      await button(names.signIn).click();
    },
    /** Signs a counsellor in; they land on the desk. */
    async signInAtDesk(name: string): Promise<void> {
      await this.signIn(name);
      await expect(page).toHaveURL(`${origin}/${locale}/desk`);
      await expect(waiting).toBeVisible();
    },
    async take(index = 0): Promise<void> {
      await waiting.getByRole('button', { name: names.take, exact: true }).nth(index).click();
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
    async end(): Promise<void> {
      await button(names.end).click();
      await button(names.endNow).click();
    },
  };
}

export type DeskPage = ReturnType<typeof deskPage>;
