import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { layoutKeyboard } from './pages/keyboard.ts';
import { words } from './pages/names.ts';

const typed = 'HELP ME, Anna AND 0473 400 066 OR 112: Call? 1 2 3 4 A B C D';

test('capitals, and digits on AZERTY, never leave; three Shifts in the middle of the word do', async ({
  havre,
}) => {
  const anna = await havre.desk('anna');
  for (const [locale, layout] of [
    ['nl', 'qwerty'],
    ['fr', 'azerty'],
    ['en', 'qwerty'],
  ] as const) {
    const person = await havre.person(locale);
    await person.startChat('NL');
    await anna.take();
    const keyboard = await layoutKeyboard(person.page, layout);
    await person.box.click();
    // Every character arrives, so the events were those of a keyboard; and nobody was sent away.
    for (const held of [false, true]) {
      await keyboard.type(typed, held);
      await expect(person.box).toHaveValue(typed);
      await person.box.fill('');
    }
    await keyboard.type('I was about to sa', false);
    await keyboard.shifts(3);
    await person.page.waitForURL('**/away');
    await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
    // What stood in the box was not sent on the way out.
    await expect(anna.log.getByText(/I was about/)).toHaveCount(0);
  }
});

/** The page's script is there: the text stands before it, and a key pressed before it is heard by nobody. */
async function listens(page: Page): Promise<void> {
  const exit = page.locator('a[href^="/exit/"]').first();
  const isHeard = () =>
    exit.evaluate((link) => Object.keys(link).some((key) => key.startsWith('__reactProps')));
  await expect.poll(isHeard).toBe(true);
}

test('each Shift within five seconds of the one before; a touch begins anew; the second is announced', async ({
  havre,
}) => {
  const page = await havre.page();
  await page.clock.install();
  await page.goto(`${havre.origin}/en`);
  await listens(page);
  const shift = () => page.keyboard.press('Shift');
  const spoken = page.locator('[aria-live="assertive"]', {
    hasText: words('en', 'help', 'exit.oneMore'),
  });
  const later = (ms: number) => page.clock.fastForward(ms);

  await shift();
  await expect(page.getByText(words('en', 'help', 'exit.hint'))).toBeVisible();
  await expect(spoken).toHaveCount(0);
  await shift();
  await expect(spoken).toHaveCount(1);
  // Too late for a third: what was said is taken back, and the counting begins at one.
  await later(5_100);
  await expect(spoken).toHaveCount(0);
  // Nor is it said again when something is typed, whenever that is: one more Shift would not leave.
  await page.keyboard.press('ArrowDown');
  await expect(spoken).toHaveCount(0);
  await shift();
  await expect(spoken).toHaveCount(0);
  await shift();
  await expect(spoken).toHaveCount(1);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(spoken).toHaveCount(0);
  await shift();
  await later(4_700);
  await shift();
  await expect(spoken).toHaveCount(1);
  expect(new URL(page.url()).pathname).toBe('/en');
  await later(4_700);
  await shift();
  await page.waitForURL('**/away');
});

test('Shift held for the wheel or the mouse never leaves; a page that is still scrolling does not keep anybody', async ({
  havre,
}) => {
  const page = await havre.page();
  await page.goto(`${havre.origin}/en`);
  await listens(page);
  const turned = await page.evaluateHandle(() => {
    const seen = { wheels: 0 };
    addEventListener('wheel', () => {
      seen.wheels += 1;
    });
    return seen;
  });
  const wheel = async (x: number, y: number) => {
    const before = await turned.evaluate(({ wheels }) => wheels);
    await page.mouse.wheel(x, y);
    await expect.poll(() => turned.evaluate(({ wheels }) => wheels)).toBeGreaterThan(before);
  };
  for (let at = 0; at < 4; at += 1) {
    await page.keyboard.down('Shift');
    await wheel(40, 0);
    await page.keyboard.up('Shift');
  }
  for (let at = 0; at < 4; at += 1) {
    await page.keyboard.down('Shift');
    await page.getByRole('heading', { level: 1 }).click();
    // As a system does that repeats the key until it is let go.
    await page.keyboard.down('Shift');
    await page.keyboard.up('Shift');
  }
  await expect(page.getByText(words('en', 'help', 'exit.oneMore'))).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe('/en');
  await wheel(0, 40);
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Shift');
  await page.waitForURL('**/away');
});

test('who touches a screen reads nothing about Shift', async ({ havre }) => {
  const page = await havre.page({ hasTouch: true, isMobile: true });
  await page.goto(`${havre.origin}/en`);
  const hint = page.getByText(words('en', 'help', 'exit.hint'));
  await page.getByRole('radio').first().tap();
  await expect(page.getByRole('radio').first()).toBeChecked();
  await expect(hint).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(hint).toBeVisible();
});
