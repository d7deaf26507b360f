import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { locales, words } from './pages/names.ts';

/** The common cheap phone, 360 x 800, less 80 for its own bar and that of its browser. */
const phone = { width: 360, height: 720 };
/** An older one, or one whose browser takes more. */
const small = { width: 360, height: 640 };

const boxOf = async (one: Locator) => {
  const box = await one.boundingBox();
  if (!box) throw new Error('not on the page');
  return { top: box.y, bottom: box.y + box.height };
};

for (const [locale, screen] of locales.flatMap((one) => [
  [one, phone] as const,
  [one, small] as const,
])) {
  test(`the way out, a human, the button and 112 are on the first screen of a phone (${locale}, ${screen.height})`, async ({
    havre,
  }) => {
    const person = await havre.person(locale, { viewport: screen });
    const { page, names } = person;
    await person.open();
    const dial = page.getByRole('link', { name: words(locale, 'help', 'danger.dial') });
    const inOrder = [
      page.getByRole('link', { name: words(locale, 'help', 'exit.leave') }),
      page.getByRole('heading', { level: 1 }),
      page.getByRole('radiogroup', { name: names.country }),
      person.button(names.continue),
      dial,
    ];
    const mute = page.getByText(words(locale, 'help', 'danger.mute'), { exact: true });
    const look = async () => {
      let last = -1;
      for (const one of inOrder) {
        const { top, bottom } = await boxOf(one);
        expect(top, String(one)).toBeGreaterThan(last);
        expect(bottom, String(one)).toBeLessThanOrEqual(screen.height);
        last = top;
      }
      expect((await boxOf(mute)).bottom, 'cannot call').toBeLessThanOrEqual(screen.height);
    };
    await look();

    // Choosing changes who answers; what was pressed, and what is above it, stays where it is.
    const countries = page.getByRole('radio');
    const before = await Promise.all((await countries.all()).map(boxOf));
    await person.chooseCountry('BE');
    await expect(page.getByText(/Demo Help BE/)).toBeVisible();
    await expect(page.getByRole('status')).toHaveText(words(locale, 'help', 'home.openAlways'));
    expect(await Promise.all((await countries.all()).map(boxOf))).toEqual(before);
    await look();
  });
}

test('however long the talk is, its menu and the way out stay on the screen', async ({ havre }) => {
  const person = await havre.person('en', { viewport: phone });
  const { page, names } = person;
  await person.startChat('NL');
  const anna = await havre.desk('anna');
  await anna.take();
  for (let line = 1; line <= 12; line += 1) await person.write(`line ${line}`);
  const first = person.log.getByText('line 1', { exact: true });
  await expect(first).not.toBeInViewport();
  await expect(person.button(names.menu)).toBeInViewport({ ratio: 1 });
  await person.button(names.menu).click();
  for (const one of [names.end, names.deleteAll])
    await expect(person.button(one)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('link', { name: 'Leave this site' })).toBeInViewport({ ratio: 1 });
});
