import { expect, type Page } from '@playwright/test';
import { deskPage } from './desk-page.ts';

/** A supervisor in a room of the office, in English. */
export async function officeRoom(page: Page, origin: string, name: string, room: string) {
  const desk = deskPage(page, origin);
  await desk.signIn(name);
  const nav = page.getByRole('navigation', { name: 'Office' });
  await nav.getByRole('link', { name: room, exact: true }).click();
  await expect(page.getByRole('heading', { name: room, level: 2, exact: true })).toBeVisible();
  return { page, button: desk.button };
}
