import { expect, type Locator, type Page } from '@playwright/test';

/** The counsellor's desk in English, whose names `contract.md` fixes. */
export function deskPage(page: Page, origin: string) {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const log = page.getByRole('log', { name: 'Conversation', exact: true });
  const box = page.getByRole('textbox', { name: 'Your message', exact: true });
  const waiting = page.getByRole('list', { name: 'Waiting', exact: true });
  const chats = page.getByRole('list', { name: 'My chats', exact: true });

  return {
    page,
    log,
    box,
    waiting,
    chats,
    button,
    async signIn(name: string, password = 'demo-password-1'): Promise<void> {
      await page.goto(`${origin}/en/sign-in`);
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button('Sign in').click();
    },
    /** Signs a counsellor in; they land on the desk. */
    async signInAtDesk(name: string): Promise<void> {
      await this.signIn(name);
      await expect(page).toHaveURL(/\/en\/desk$/);
      await expect(waiting).toBeVisible();
    },
    async take(index = 0): Promise<void> {
      await waiting.getByRole('button', { name: 'Take', exact: true }).nth(index).click();
      await expect(box).toBeVisible();
    },
    async write(text: string): Promise<void> {
      await box.fill(text);
      await button('Send').click();
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
      await button('End chat').click();
      await button('End now').click();
    },
  };
}

export type DeskPage = ReturnType<typeof deskPage>;
