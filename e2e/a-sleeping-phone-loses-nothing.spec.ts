import type { BrowserContext } from '@playwright/test';
import { frozenPhones } from './fixtures/frozen-phone.ts';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { openWire } from './kills/wire.ts';
import { type DeskPage, deskPage } from './pages/desk-page.ts';
import { helpNames, words } from './pages/names.ts';
import { type PersonPage, personPage } from './pages/person-page.ts';

const deskSays = (key: string) => words('en', 'team', key);
const names = helpNames('en');
const buttons = { next: names.continue, start: names.start };

/** The server gives a page up that answers no ping for eighteen seconds. */
const givenUp = { timeout: 40_000 };

/** Pages of the story's own: the browser complains of the lines that are lost on purpose. */
async function pages(havre: Havre) {
  const contexts: BrowserContext[] = [];
  const fresh = async () => {
    const context = await havre.browser().newContext();
    contexts.push(context);
    return context.newPage();
  };
  const anna = deskPage(await fresh(), havre.origin);
  await anna.signInAtDesk('anna');
  const close = async () => {
    for (const context of contexts) await context.close();
  };
  return { anna, fresh, close };
}

/** A counsellor's browser that starts anew: nothing but the password brings the chats back. */
async function reload({ page, button, chats }: DeskPage): Promise<void> {
  await page.reload();
  await page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await button('Unlock').click();
  await chats.getByRole('listitem').first().getByRole('button').first().click();
}

/** Each side's own order is kept; what crossed on the way may stand differently on the two screens. */
async function eachOnce(
  { log }: PersonPage | DeskPage,
  orders: readonly (readonly string[])[],
): Promise<void> {
  for (const order of orders) {
    const any = new RegExp(`^(${order.join('|')})$`);
    await expect(log.getByText(any)).toHaveText([...order]);
  }
}

test('a frozen tab wakes up with everything in order, although the counsellor began anew meanwhile', async ({
  havre,
}) => {
  test.setTimeout(150_000);
  const phones = await frozenPhones();
  test.skip(phones === null, 'no Chromium of the system here');
  if (!phones) return;
  const { anna, close } = await pages(havre);
  const person = await phones.person(havre.origin);
  await person.startChat('en', buttons);
  await person.write('one', names.send);
  await anna.take();
  await anna.reads('one');
  await anna.write('two');
  await person.reads('two');
  const thaw = await person.freeze();
  await expect(anna.page.getByText(deskSays('desk.presence.away'))).toBeVisible(givenUp);
  await anna.write('three');
  await expect(anna.tick('three')).toContainText(deskSays('desk.tick.sent'));
  await reload(anna);
  await anna.reads('three');
  await expect(anna.page.getByText(deskSays('desk.presence.away'))).toBeVisible();
  await anna.write('four');
  await thaw();
  await person.reads('four');
  await expect(anna.page.getByText(deskSays('desk.presence.here'))).toBeVisible();
  expect(await person.bodyText()).not.toContain('Anna will be right back');
  await person.write('five', names.send);
  await anna.reads('five');
  const said = ['one', 'two', 'three', 'four', 'five'];
  await eachOnce(anna, [said]);
  expect(await person.order(said)).toEqual(said);
  await anna.end();
  await expect.poll(person.bodyText).toContain('Anna has closed the chat.');
  await close();
  await phones.close();
});

test('a frozen tab keeps its place, and wakes up at the place it has by then', async ({
  havre,
}) => {
  test.setTimeout(150_000);
  const phones = await frozenPhones();
  test.skip(phones === null, 'no Chromium of the system here');
  if (!phones) return;
  const { anna, fresh, close } = await pages(havre);
  const first = personPage(await fresh(), havre.origin, 'en');
  const second = await phones.person(havre.origin);
  const third = personPage(await fresh(), havre.origin, 'en');
  const thirdStands = (place: number) =>
    expect(third.page.getByRole('status').filter({ hasText: names.place(place) })).toBeVisible();
  await first.startChat('NL');
  await first.write('person 1');
  await second.startChat('en', buttons);
  await second.write('person 2', names.send);
  await expect.poll(second.bodyText).toContain(names.place(2));
  await third.startChat('NL');
  await third.write('person 3');
  await thirdStands(3);
  const thaw = await second.freeze();
  await expect(anna.waiting.getByText(deskSays('desk.waiting.away'))).toHaveCount(1, givenUp);
  await anna.take();
  await anna.reads('person 1');
  await anna.end();
  await thirdStands(2);
  await thaw();
  await expect.poll(second.bodyText).toContain(names.place(1));
  await thirdStands(2);
  await expect(anna.waiting.getByText(deskSays('desk.waiting.away'))).toHaveCount(0);
  // The order of arrival is the order in which they are taken.
  for (const name of ['person 2', 'person 3']) {
    await anna.take();
    await anna.reads(name);
    await anna.end();
  }
  await close();
  await phones.close();
});

test('a phone asleep for an hour with its page loaded: what both said meanwhile arrives once, and who is there is right', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const { anna, fresh, close } = await pages(havre);
  const wire = await openWire(Number(new URL(havre.origin).port));
  const person = personPage(await fresh(), wire.origin, 'en');
  await person.page.clock.install();
  await person.startChat('NL');
  await person.write('one');
  await anna.take();
  await anna.write('two');
  await person.reads('two');
  // In a tunnel they still write; then the phone sleeps, and its clock is an hour on when it wakes.
  wire.setDown(true);
  await person.write('three');
  await expect(anna.page.getByText(deskSays('desk.presence.away'))).toBeVisible(givenUp);
  await anna.write('four');
  // What a desk has not sent yet goes with it.
  await expect(anna.tick('four')).toContainText(deskSays('desk.tick.sent'));
  await reload(anna);
  await anna.write('five');
  await expect(anna.tick('five')).toContainText(deskSays('desk.tick.sent'));
  await anna.page.goto('about:blank');
  await person.page.clock.fastForward('01:00:00');
  wire.setDown(false);
  await person.reads('five');
  await expect(person.tick('three')).toContainText(person.names.sent);
  // They learn only now that the counsellor is gone: nobody is called lost before there was time to come back.
  await expect(person.page.getByText('Anna will be right back').first()).toBeVisible();
  await expect(person.page.getByText('Anna lost the connection')).toHaveCount(0);
  await anna.page.goBack();
  await reload(anna);
  await anna.reads('three');
  await expect(anna.page.getByText(deskSays('desk.presence.here'))).toBeVisible();
  await expect(person.page.getByText('Anna will be right back')).toHaveCount(0);
  await expect(person.tick('three')).toContainText(/Delivered|Read/);
  await person.write('six');
  await anna.reads('six');
  for (const side of [person, anna])
    await eachOnce(side, [
      ['one', 'three', 'six'],
      ['two', 'four', 'five'],
    ]);
  await anna.end();
  await expect(person.page.getByText('Anna has closed the chat.', { exact: false })).toBeVisible();
  await close();
  await wire.close();
});
