import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';

type Seen = { name: string; problems: string[] };

/** The control that has the focus, and what of it cannot be told from the page around it. */
const lookAtFocus = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    // A choice lies unseen over its words, and shows its focus around them.
    const face = focused.matches('input') ? focused.nextElementSibling : null;
    const shown = (face as HTMLElement | null) ?? focused;
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string) => {
      const [low, high] = [light(a), light(b)].sort((x, y) => x - y) as [number, number];
      return (high + 0.05) / (low + 0.05);
    };
    const behind = (one: Element | null): string => {
      for (let at = one; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (channels(backgroundColor)[3] !== 0) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const style = getComputedStyle(shown);
    const problems: string[] = [];
    const ring = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    if (!ring) problems.push('no ring');
    if (contrast(style.outlineColor, behind(shown.parentElement)) < 3)
      problems.push('a ring in the colour of the page');
    if (contrast(style.color, behind(shown)) < 4.5)
      problems.push('words in the colour of their ground');
    const isBox = shown.matches('button, textarea, input + span');
    const isQuiet = style.textDecorationLine === 'underline';
    const edge = Number.parseFloat(style.borderTopWidth) >= 1;
    if (
      isBox &&
      !isQuiet &&
      (!edge || contrast(style.borderTopColor, behind(shown.parentElement)) < 3)
    )
      problems.push('no edge');
    return { name: (shown.textContent || focused.tagName).trim(), problems };
  });

/** Every stop of the Tab key on this screen. */
async function lookAtAll(page: Page): Promise<number> {
  const stops = new Set<string>();
  // From the first one, wherever the last press was.
  await page.locator('a[href^="/exit/"]').focus();
  await page.keyboard.press('Shift+Tab');
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    const { name, problems } = await lookAtFocus(page);
    expect(problems, name).toEqual([]);
    stops.add(name);
  }
  return stops.size;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in a person's own colours every control and the focus can be seen (${colorScheme})`, async ({
    havre,
  }) => {
    const person = await havre.person('en', { forcedColors: 'active', colorScheme });
    const { page, names } = person;
    await person.open();
    await person.chooseCountry('NL');
    expect(await lookAtAll(page)).toBeGreaterThan(8);
    await person.button(names.continue).click();
    await expect(person.button(names.start)).toBeVisible();
    expect(await lookAtAll(page)).toBeGreaterThan(4);
    await person.button(names.start).click();
    await expect(person.box).toBeVisible();
    const anna = await havre.desk('anna');
    await anna.take();
    await anna.write('see https://example.org/');
    await person.reads('see https://example.org/');
    await person.button(names.menu).click();
    expect(await lookAtAll(page)).toBeGreaterThan(5);
    // Both sides of the talk have an edge of their own.
    for (const bubble of await person.log.locator('p').all()) {
      if (!(await bubble.getAttribute('class'))?.includes('bubble')) continue;
      await expect(bubble).toHaveCSS('border-top-style', 'solid');
    }
  });
}
