import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

/** As somebody closes a tab: the browser asks first, and they mean it. */
async function closeTab(page: Page): Promise<void> {
  page.on('dialog', (dialog) => void dialog.accept());
  const gone = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await gone;
}

test('whoever closes the page while waiting gives the place free', async ({ havre }) => {
  const person = await havre.person('nl');
  const next = await havre.person('en');
  const anna = await havre.desk('anna');
  const waiting = anna.waiting.getByRole('listitem');
  await person.startChat('NL');
  await person.write('nobody may take this any more');
  await expect(waiting).toHaveCount(1);
  await next.startChat('NL');
  await expect(waiting).toHaveCount(2);
  await closeTab(person.page);
  await expect(waiting).toHaveCount(1);
  await expect(
    next.page.getByRole('status').filter({ hasText: next.names.place(1) }),
  ).toBeVisible();
});

test('whoever closes the page has ended the chat: the counsellor reads that, and of no exit', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await person.write('I have to close this');
  await anna.take();
  await anna.reads('I have to close this');
  await closeTab(person.page);
  const ended = words('en', 'team', 'desk.notice.ended_by_person');
  await expect(anna.page.getByText(ended)).toBeVisible();
  await expect(anna.page.getByText(/Left quickly|Phone away/)).toHaveCount(0);
  await expect(anna.button('Send')).toHaveCount(0);
});
