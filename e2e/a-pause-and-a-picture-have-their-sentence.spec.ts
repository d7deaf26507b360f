import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

const minutes = (n: number) => n * 60_000;

test('a pause of either side has its sentence, and only while it is one', async ({ havre }) => {
  const desk = await havre.desk('anna');
  const person = await havre.person('en');
  await person.page.clock.install();
  await person.startChat('NL');
  const status = person.page.getByRole('status');
  await desk.take();
  await desk.write('hello, who is there');
  await person.reads('hello, who is there');

  // Theirs to write, and nothing comes.
  await person.page.clock.fastForward(minutes(5) + 1000);
  await expect(status).toContainText("Are you still there? You don't have to write.");
  await person.box.fill('I');
  await expect(status).not.toContainText('Are you still there?');
  await person.write('I do not know where to begin');
  await desk.reads('I do not know where to begin');

  // Read by the counsellor, who begins an answer and pauses.
  // A desk says so at most once in five seconds, and its last words are not older.
  await expect(async () => {
    await desk.box.pressSequentially('w');
    await expect(status).toContainText('Anna is writing', { timeout: 1000 });
  }).toPass();
  await person.page.clock.fastForward(10_000);
  await expect(status).not.toContainText('Anna is writing');
  await person.page.clock.fastForward(31_000);
  await expect(status).toContainText('Anna is thinking or looking something up.');
  // For ten minutes: longer than that is no thinking.
  await person.page.clock.fastForward(minutes(9));
  await expect(status).toContainText('Anna is thinking or looking something up.');
  await person.page.clock.fastForward(minutes(1));
  await expect(status).not.toContainText('thinking');
  await desk.write('that is fine, take your time');
  await person.reads('that is fine, take your time');
  await expect(status).not.toContainText('thinking');
});

test('a phone that slept asks who is watching, although the clock of its page stood still', async ({
  havre,
}) => {
  const desk = await havre.desk('anna');
  const person = await havre.person('en');
  const { page } = person;
  await page.clock.install();
  await person.startChat('NL');
  await person.write('one');
  await desk.take();
  await desk.reads('one');
  const turn = (state: 'hidden' | 'visible') =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await turn('hidden');
  await page.clock.setSystemTime(Date.now() + minutes(30));
  await turn('visible');
  await expect(
    page.getByRole('status').filter({ hasText: 'Is anyone watching now?' }),
  ).toBeVisible();
});

test('a picture is refused in words that are said aloud, and the chat stays', async ({ havre }) => {
  const person = await havre.person('en');
  await person.startChat('NL');
  await person.box.fill('my words');
  // The region below the box that is read aloud; without words there is nothing in it.
  const alert = person.page.locator('form [aria-live]').filter({ hasText: /./ });
  for (const kind of ['paste', 'drop'] as const) {
    const taken = await person.box.evaluate((box, type) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
      const event =
        type === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      return !box.dispatchEvent(event);
    }, kind);
    expect(taken, `the browser does nothing of its own with a ${kind}`).toBe(true);
    await expect(alert).toHaveText("You can't send pictures here. Tell it in words.");
    await person.box.fill(`my words ${kind}`);
    await expect(alert).toHaveCount(0);
  }
  await expect(person.box).toHaveValue('my words drop');

  await person.box.fill('x'.repeat(20_000));
  await person.button(person.names.send).click();
  await expect(alert).toHaveText(words('en', 'chat', 'tooLong'));
});

test('how they feel goes to the counsellor only if they say so, and before the chat ends', async ({
  havre,
}) => {
  const desk = await havre.desk('anna');
  const person = await havre.person('en');
  await person.startChat('NL');
  // Nobody is there to be told.
  await person.button(person.names.menu).click();
  await person.button(person.names.end).click();
  await expect(person.page.getByText('How do you feel now?')).toHaveCount(0);
  await person.button('Keep talking').click();
  await desk.take();
  await desk.write('hello');
  await person.reads('hello');
  await person.button(person.names.menu).click();
  await person.button(person.names.end).click();
  await person.page.getByRole('radio', { name: 'Better', exact: true }).check();
  await havre.accessible(person.page);
  await person.button(person.names.endNow).click();
  await person.reads('How I feel now: better.');
  await desk.reads('How I feel now: better.');
  const complaint = person.page.getByText('Was something not OK?');
  await complaint.click();
  await expect(person.page.getByText('Here is how.', { exact: false })).toBeVisible();
  await expect(person.page.getByRole('link', { name: 'How to do that' })).toHaveAttribute(
    'href',
    '/en/info/complaint',
  );
});

test('who the counsellor leaves learns until when it is kept, and can delete it', async ({
  havre,
}) => {
  const desk = await havre.desk('anna');
  const person = await havre.person('en');
  await person.startChat('NL');
  await desk.take();
  await desk.write('goodbye for now');
  await person.reads('goodbye for now');
  await desk.end();
  await expect(person.page.getByRole('status')).toContainText(
    /Anna has closed the chat\. You can always start again\. Demo Help NL keeps this chat until .+\. You can delete everything in the menu\./,
  );
  await person.deleteAll();
});
