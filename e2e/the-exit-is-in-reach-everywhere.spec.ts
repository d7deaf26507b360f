import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';
import type { PersonPage } from './pages/person-page.ts';

const exitOf = (page: Page): Locator => page.locator('a[href^="/exit/"]').first();

/** At least 44 px both ways, wholly on the screen, and what a finger at its middle and corners touches. */
async function isInReach(page: Page): Promise<void> {
  const exit = exitOf(page);
  await expect(exit).toBeInViewport({ ratio: 0.99 });
  const { width, height, onTop } = await exit.evaluate((link) => {
    const box = link.getBoundingClientRect();
    const at = (x: number, y: number) => link.contains(document.elementFromPoint(x, y));
    const { left, right, top, bottom } = box;
    return {
      width: box.width,
      height: box.height,
      onTop: [
        at((left + right) / 2, (top + bottom) / 2),
        at(left + 2, top + 2),
        at(right - 2, bottom - 3),
      ],
    };
  });
  expect(height).toBeGreaterThanOrEqual(44);
  expect(width).toBeGreaterThanOrEqual(44);
  expect(onTop).toEqual([true, true, true]);
}

/** The first stop of the Tab key from the top of the page. */
async function isFirst(page: Page): Promise<void> {
  const first = await page.evaluate(() => {
    const stops = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    const reachable = [...stops].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
    const ahead = reachable.filter((stop) => stop.tabIndex > 0);
    return (ahead[0] ?? reachable[0])?.getAttribute('href') ?? '';
  });
  expect(first).toMatch(/^\/exit\//);
}

/** Nothing may make the rest of the page dead: no dialog, nothing inert, nothing in the top layer. */
async function nothingLocks(page: Page): Promise<void> {
  await expect(
    page.locator('dialog[open], [inert], [aria-modal="true"], :popover-open'),
  ).toHaveCount(0);
}

async function holds(page: Page): Promise<void> {
  await nothingLocks(page);
  await isFirst(page);
  await isInReach(page);
}

/** Opens, one after the other, everything that says it can be opened, and looks at each. */
async function everyPanel(page: Page): Promise<string[]> {
  const opened: string[] = [];
  const folded = page.locator('details:not([open]) > summary, button[aria-expanded="false"]');
  while ((await folded.count()) > 0) {
    const next = folded.first();
    opened.push(((await next.textContent()) ?? '').trim());
    await next.click();
    await holds(page);
    expect(opened.length).toBeLessThan(40);
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await holds(page);
  return opened;
}

/** The buttons of the menu, each pressed until it asks whether one means it. */
async function everyQuestion(person: PersonPage): Promise<number> {
  const { page, names } = person;
  const menu = person.button(names.menu);
  const choices = page.locator('main div:has(> button[aria-expanded="true"]) + div button');
  if ((await menu.getAttribute('aria-expanded')) === 'false') await menu.click();
  const labels = await choices.allInnerTexts();
  for (const label of labels) {
    if ((await menu.getAttribute('aria-expanded')) === 'false') await menu.click();
    await person.button(label).click();
    await holds(page);
    // Whatever it asked, the last way out of the question is the one that changes nothing.
    await person
      .button(words('fr', 'chat', 'keep'))
      .or(person.button(words('fr', 'chat', 'erase.undo')))
      .last()
      .click();
    await holds(page);
  }
  return labels.length;
}

async function menuAndLanguage(person: PersonPage): Promise<void> {
  const { page } = person;
  expect(await everyQuestion(person)).toBeGreaterThanOrEqual(2);
  await page.getByRole('link', { name: 'Nederlands' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await holds(page);
  await page.getByRole('link', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.keyboard.press('Tab');
  await person.box.fill(`${'long '.repeat(200)}`);
  await holds(page);
}

const screens = [
  { name: 'a phone of 320 px', viewport: { width: 320, height: 640 } },
  { name: 'a soft keyboard, 360 x 280', viewport: { width: 360, height: 280 } },
  // 400 % of a window of 360 x 280: every CSS pixel is four, so the page has 90 x 70 of them.
  { name: '400 %', viewport: { width: 90, height: 70 }, deviceScaleFactor: 4 },
] as const;

for (const { name, ...screen } of screens) {
  test(`the exit is in reach above every panel: ${name}`, async ({ havre }) => {
    // 90 x 70 pixels are many screens of a page: the walk along every panel is long, not slow.
    test.setTimeout(screen.viewport.width < 320 ? 240_000 : 90_000);
    const person = await havre.person('fr', screen);
    const { page } = person;
    await person.open();
    expect((await everyPanel(page)).length).toBeGreaterThanOrEqual(5);

    await person.chooseCountry('BE');
    await person.button(person.names.continue).click();
    await expect(person.button(person.names.start)).toBeVisible();
    const practice = words('fr', 'help', 'practise.open');
    expect(await everyPanel(page)).toContain(practice);

    await person.startChat('BE');
    expect((await everyPanel(page)).length).toBeGreaterThanOrEqual(2);
    // At 400 % the walk through the menu takes longer than all the rest.
    if (screen.viewport.width >= 320) await menuAndLanguage(person);
    await exitOf(page).click();
    await page.waitForURL('**/away');
  });
}
