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

test('whoever ends the chat and goes straight back to the start has ended it', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  // The end is the last thing said, and on a slow line it has not left when the page forgets the chat.
  let dropped = 0;
  await person.page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (dropped > 0 || String(message).includes('"chat:end"')) dropped += 1;
      else server.send(message);
    });
  });
  await person.startChat('NL');
  await person.write('that was all');
  await anna.take();
  await anna.reads('that was all');
  await person.end();
  await expect.poll(() => dropped).toBeGreaterThan(0);
  await expect(anna.button('Send')).toBeVisible();
  await person.button(words('en', 'chat', 'toStart')).click();
  await expect(person.button(person.names.continue)).toBeVisible();
  await expect(
    anna.page.getByText(words('en', 'team', 'desk.notice.ended_by_person')),
  ).toBeVisible();
});
