import { expect, type Locator, type Page } from '@playwright/test';
import { deskPage } from './desk-page.ts';

/** A supervisor in the Signals room of the office, in English. */
export async function signalsRoom(page: Page, origin: string, name: string) {
  const { signIn } = deskPage(page, origin);
  await signIn.call(deskPage(page, origin), name);
  const nav = page.getByRole('navigation', { name: 'Office' });
  await nav.getByRole('link', { name: 'Signals', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Signals', level: 2 })).toBeVisible();
  const table = page.getByRole('table', { name: 'Signals', exact: true });
  const header = page.getByRole('rowheader');
  const row = (text: string): Locator =>
    table.getByRole('row').filter({ has: header }).filter({ hasText: text });
  /** What is folded below a row, as wide as the table. */
  const below = (of: Locator): Locator => of.locator('xpath=following-sibling::tr[1]');
  return { page, table, row, below };
}
