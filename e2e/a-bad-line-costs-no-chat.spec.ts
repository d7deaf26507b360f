import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { words } from './pages/names.ts';
import { chosen, fillInSignal } from './pages/signal-form.ts';

const code = '**/_next/static/**';

/** From here on no more code comes, as on a line that breaks, or from a server that starts again. */
async function cutCode(page: Page): Promise<() => Promise<void>> {
  let asked = 0;
  await page.route(code, (route) => {
    asked += 1;
    return route.abort('internetdisconnected');
  });
  return async () => {
    expect(asked, 'files that did not come').toBeGreaterThan(0);
    await page.unroute(code);
  };
}

test('whoever wants to read on a bad line keeps their chat, and reads when the line is back', async ({
  havre,
}) => {
  const person = await havre.person('nl');
  const { page, log } = person;
  await person.startChat('NL');
  await person.write('ben je daar?');
  const restore = await cutCode(page);
  const panel = page.getByText(words('nl', 'chat', 'reading.open'), { exact: true });
  await panel.click();
  const loading = page.getByText(words('nl', 'chat', 'reading.loading'), { exact: true });
  await expect(loading).toBeVisible();
  // Longer than the first attempts take, and the chat goes on beside it.
  await page.waitForTimeout(4500);
  await expect(loading).toBeVisible();
  await expect(log.getByText('ben je daar?')).toBeVisible();
  await person.write('ik wacht');
  await restore();
  const back = person.button(words('nl', 'chat', 'reading.back'));
  await expect(back).toBeVisible();
  await expect(loading).toHaveCount(0);
  await expect(log.getByText('ik wacht')).toBeVisible();
});

test('a question that comes on a bad line waits for its words, and the talk goes on beside it', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const desk = await havre.desk('anna');
  await person.startChat('NL');
  const restore = await cutCode(person.page);
  await desk.take();
  await fillInSignal(desk, chosen);
  await desk.button('Propose').click();
  const card = person.page.getByRole('group', { name: 'Proposed signal', exact: true });
  await expect(person.log).toContainText(words('en', 'chat', 'reading.loading'));
  await desk.write('take your time');
  await person.reads('take your time');
  await restore();
  await expect(card).toBeVisible();
  await person.write('ok');
  await desk.reads('ok');
});

test('once somebody answered, a question needs no more code, however old the page is', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const desk = await havre.desk('anna');
  await person.startChat('NL');
  await desk.take();
  await desk.write('hello');
  await person.reads('hello');
  await person.page.waitForLoadState('networkidle');
  await cutCode(person.page);
  await fillInSignal(desk, chosen);
  await desk.button('Propose').click();
  await expect(
    person.page.getByRole('group', { name: 'Proposed signal', exact: true }),
  ).toBeVisible();
});

test('whoever starts a chat without its code reads that nothing comes, and starts once it does', async ({
  havre,
}) => {
  const person = await havre.person('fr');
  const { page, names, button, box } = person;
  await person.open();
  await person.chooseCountry('NL');
  // What stays secret and who answers has come; what a chat needs has not.
  await expect(page.getByText('Demo Help NL', { exact: false }).first()).toBeVisible();
  const restore = await cutCode(page);
  await button(names.continue).click();
  await button(names.start).click();
  await expect(page.getByText(words('fr', 'help', 'answer.unreachable')).first()).toBeVisible();
  await restore();
  await button(names.start).click();
  await expect(box).toBeVisible();
});
