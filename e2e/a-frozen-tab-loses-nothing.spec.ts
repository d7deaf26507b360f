import { deskSays, eachOnce, givenUp, pages, reload } from './fixtures/desk-of-its-own.ts';
import { frozenPhones } from './fixtures/frozen-phone.ts';
import { expect, test } from './fixtures/havre.ts';
import { helpNames } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

const names = helpNames('en');
const buttons = { next: names.continue, start: names.start };

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
