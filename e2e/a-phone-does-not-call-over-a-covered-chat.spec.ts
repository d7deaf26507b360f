import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

test('a phone that was asked to call does so for an answer, and not while everything is being deleted', async ({
  havre,
}) => {
  const anna = await havre.desk('anna');
  for (const isCovered of [false, true]) {
    const person = await havre.person('en');
    const { page } = person;
    await page.addInitScript(() => {
      const calls: unknown[] = [];
      Object.assign(globalThis, { calls });
      navigator.vibrate = (pattern) => calls.push(pattern) > 0;
    });
    await person.startChat('NL');
    await page.getByRole('radio', { name: words('en', 'chat', 'call.vibration') }).check();
    if (isCovered) await person.deleteAll();
    await anna.take();
    if (isCovered) {
      await page.waitForTimeout(1000);
      await person.button(person.names.undo).click();
    }
    await expect(page.getByText(/Anna .* is here/).first()).toBeVisible();
    const calls = () => page.evaluate(() => (globalThis as unknown as { calls: [] }).calls.length);
    await expect.poll(calls).toBe(isCovered ? 0 : 1);
  }
});
