import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';

/** The common cheap phone, and what is left of it above a soft keyboard. */
const phone = { width: 360, height: 720 };
const aboveKeyboard = { width: 360, height: 420 };

/** Nothing lies over any line of it, and all of it is on the screen. */
async function isSeen(page: Page, one: Locator): Promise<void> {
  await expect(async () => {
    const box = await one.boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? height)).toBeLessThanOrEqual(height);
    const onTop = await one.evaluate((element) => {
      const { left, top, bottom, width } = element.getBoundingClientRect();
      const points = [top + 2, (top + bottom) / 2, bottom - 2];
      return points.map((y) => {
        const hit = document.elementFromPoint(left + width / 2, y);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
    });
    expect(onTop).toEqual([true, true, true]);
  }).toPass({ timeout: 10_000 });
}

test('in a long talk, what holds now and what was said last are never under the box', async ({
  havre,
}) => {
  const person = await havre.person('nl', { viewport: phone });
  const { page, log } = person;
  const desk = await havre.desk('anna');
  const status = page.getByRole('status');
  await person.startChat('NL');
  for (let n = 1; n <= 8; n += 1) await person.write(`bericht ${n} met wat meer woorden erbij`);
  // Still waiting, and longer than the screen: the place stays in sight.
  await expect(status).toContainText('Je bent nummer');
  await isSeen(page, status);
  await desk.take();
  for (let n = 1; n <= 6; n += 1) await desk.write(`antwoord ${n}, ook niet zo heel kort`);
  const last = log.getByText('antwoord 6, ook niet zo heel kort');
  await isSeen(page, last);

  const annaWrites = () =>
    expect(async () => {
      await desk.box.pressSequentially('a');
      await expect(status).toContainText('Anna schrijft', { timeout: 1000 });
    }).toPass();
  await annaWrites();
  await isSeen(page, status);
  await isSeen(page, last);

  // A keyboard comes up, and the text in the box grows: while Anna writes, and when she stops.
  await person.box.focus();
  await page.setViewportSize(aboveKeyboard);
  await isSeen(page, last);
  await annaWrites();
  await person.box.fill('een\ntwee\ndrie\nvier');
  await isSeen(page, status);
  await isSeen(page, last);
  const whileWriting = (await last.boundingBox())?.y ?? Number.NaN;
  await desk.box.fill('');
  await expect(status).not.toContainText('Anna schrijft', { timeout: 15_000 });
  await isSeen(page, last);
  // What stood above the foot comes down again with it.
  await expect(async () => {
    expect((await last.boundingBox())?.y).toBeGreaterThan(whileWriting + 10);
  }).toPass({ timeout: 10_000 });
  await page.setViewportSize(phone);

  await page.context().setOffline(true);
  await expect(status).toContainText('Geen internet');
  await isSeen(page, status);
  await isSeen(page, last);
  await page.context().setOffline(false);
  await expect(status).toContainText('weer verbonden');
});

test('whoever reads below while they wait is brought to the one who answers', async ({ havre }) => {
  const person = await havre.person('nl', { viewport: phone });
  const { page, log } = person;
  const desk = await havre.desk('anna');
  await person.startChat('NL');
  await page.getByRole('radio', { name: 'Geluid' }).focus();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await desk.take();
  const joined = log.getByText('Anna van Demo Help NL is er.', { exact: false });
  await isSeen(page, joined);
  // The keyboard has a place: not the top of a page that is gone.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('whoever scrolled up sees what they send; what came meanwhile is said with the box, and the end is asked whole', async ({
  havre,
}) => {
  const person = await havre.person('nl', { viewport: { width: 320, height: 568 } });
  const { page, log, names } = person;
  const desk = await havre.desk('anna');
  await person.startChat('NL');
  await desk.take();
  for (let n = 1; n <= 8; n += 1) await desk.write(`antwoord ${n}, ook niet zo heel kort`);
  await isSeen(page, log.getByText('antwoord 8, ook niet zo heel kort'));

  await page.evaluate(() => scrollTo(0, 0));
  await expect(log.getByText('antwoord 8, ook niet zo heel kort')).not.toBeInViewport();
  await desk.write('ben je er nog?');
  const news = page.getByRole('button', { name: words('nl', 'chat', 'newBelow') });
  await isSeen(page, news);
  await page.evaluate(() => scrollTo(0, 0));
  await person.write('ja, ik ben er');
  await isSeen(page, log.getByText('ja, ik ben er'));
  await expect(news).toHaveCount(0);

  await person.button(names.menu).click();
  await person.button(names.end).click();
  await expect(person.button(names.endNow)).toBeFocused();
  await isSeen(page, page.getByText(words('nl', 'chat', 'endQuestion')));
  await isSeen(page, person.button(names.endNow));
  await isSeen(page, person.button(words('nl', 'chat', 'keep')));
  await person.button(words('nl', 'chat', 'keep')).click();
  await expect(person.box).toBeVisible();
});
