import { expect, test } from './fixtures/havre.ts';
import { locales } from './pages/names.ts';

for (const locale of locales) {
  test(`the exit leaves the chat, Back does not bring it back, and the desk is told (${locale})`, async ({
    havre,
  }) => {
    const person = await havre.person(locale);
    const anna = await havre.desk('anna');
    await person.startChat('NL');
    await anna.take();
    await anna.write('something only for them');
    await person.reads('something only for them');
    await person.box.fill('half a sentence');

    await person.page.locator('a[href^="/exit/"]').first().click();
    await person.page.waitForURL('**/away');
    await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();

    await person.page.goBack();
    await expect(person.page.getByText('something only for them')).toHaveCount(0);
    await expect(person.page.getByText('half a sentence')).toHaveCount(0);
    await expect(person.page.getByRole('log')).toHaveCount(0);
  });
}

test('three presses of Shift leave, also while typing; capitals never do', async ({ havre }) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await anna.take();
  await person.box.click();
  await person.page.keyboard.type('HELP ME NOW, Please: ABC');
  for (const letter of ['A', 'B', 'C', 'D']) await person.page.keyboard.press(`Shift+${letter}`);
  await expect(person.box).toHaveValue('HELP ME NOW, Please: ABCABCD');

  for (let press = 0; press < 3; press += 1) await person.page.keyboard.press('Shift');
  await person.page.waitForURL('**/away');
  await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
});

test('the exit is there at 320 px, in a small viewport and above every panel', async ({
  havre,
}) => {
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 360, height: 280 },
  ]) {
    const person = await havre.person('fr', { viewport });
    await person.startChat('BE');
    await person.button(person.names.menu).click();
    await person.page.mouse.wheel(0, 5_000);
    const exit = person.page.locator('a[href^="/exit/"]').first();
    await expect(exit).toBeInViewport({ ratio: 1 });
    const box = await exit.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    // What is under a finger at its middle is the link itself.
    const onTop = await exit.evaluate((link) => {
      const { left, top, width, height } = link.getBoundingClientRect();
      return link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(onTop).toBe(true);
  }
});
