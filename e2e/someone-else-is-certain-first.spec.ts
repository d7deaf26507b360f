import { fullQueue, type Mood } from './fixtures/full-queue.ts';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { openWire } from './kills/wire.ts';
import { deskPage } from './pages/desk-page.ts';
import { words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

const says = (key: string) => words('en', 'chat', key);
const minutes = (n: number) => n * 60_000;

/** A chat whose counsellor lost the line; the phone's clock says that this was five minutes ago. */
async function orphaned(havre: Havre, mood: () => Mood) {
  // Pages of the story's own: the browser complains of the lines that are lost on purpose.
  const phone = await havre.browser().newContext();
  const office = await havre.browser().newContext();
  const person = personPage(await phone.newPage(), havre.origin, 'en');
  await fullQueue(person.page, mood);
  await person.page.clock.install();
  const wire = await openWire(Number(new URL(havre.origin).port));
  const anna = deskPage(await office.newPage(), wire.origin);
  await anna.signInAtDesk('anna');
  await person.startChat('NL');
  await person.write('one');
  await anna.take();
  await anna.write('two');
  await person.reads('two');
  wire.setDown(true);
  await expect(person.page.getByText('Anna will be right back').first()).toBeVisible({
    timeout: 40_000,
  });
  await person.page.clock.fastForward(minutes(2) + 1000);
  await expect(person.page.getByText('Anna lost the connection').first()).toBeVisible();
  await expect(person.button(says('moveOn.button'))).toHaveCount(0);
  await person.page.clock.fastForward(minutes(3));
  const other = person.button(says('moveOn.button'));
  await expect(other).toBeVisible({ timeout: 30_000 });
  const close = async () => {
    await phone.close();
    await office.close();
    await wire.close();
  };
  return { person, anna, other, wire, close };
}

test('whoever goes on with somebody else keeps the first chat until the new one has its place', async ({
  havre,
}) => {
  test.setTimeout(150_000);
  let mood: Mood = 'open';
  const { person, anna, other, wire, close } = await orphaned(havre, () => mood);

  // The queue is full: the first chat is as it was, and the numbers stand open.
  mood = 'full';
  await person.box.fill('not sent yet');
  await other.click();
  await expect(person.page.getByText(says('moveOn.full'))).toBeVisible();
  await expect(person.page.getByRole('link', { name: /^113/ }).first()).toBeVisible();
  await person.reads('two');
  await expect(person.box).toHaveValue('not sent yet');
  await person.write('three');
  await expect(person.tick('three')).toContainText(person.names.sent);

  // There is a place: the new chat waits, and what stood in the box stands in it still.
  mood = 'open';
  await person.box.fill('said to whoever comes');
  await other.click();
  await expect(
    person.page.getByRole('status').filter({ hasText: person.names.place(1) }),
  ).toBeVisible();
  await expect(person.log.getByText('two')).toHaveCount(0);
  await expect(person.box).toHaveValue('said to whoever comes');
  await expect(person.page.getByRole('heading', { level: 1 })).toBeFocused();
  await person.button(person.names.send).click();

  // The first one ended by itself, with everything that was said in it; the second one is answered.
  wire.setDown(false);
  await anna.reads('three');
  await expect(anna.log.getByText('said to whoever comes')).toHaveCount(0);
  await expect(
    anna.page.getByText(words('en', 'team', 'desk.notice.ended_by_person')),
  ).toBeVisible();
  await anna.take();
  await anna.reads('said to whoever comes');
  await anna.write('hello again');
  await person.reads('hello again');
  await anna.end();

  // "Everything" is the first chat as well: nothing of either is left with the counsellor.
  await person.deleteAll();
  await expect(person.page.getByText(says('erase.deleted'))).toBeVisible();
  const deleted = anna.page.getByText(/The person deleted everything/);
  let gone = 0;
  // Chats of earlier stories may stand beside these two.
  for (const chat of await anna.page.getByRole('button', { name: /^Chat \d+/ }).all()) {
    const number = /^Chat \d+/.exec((await chat.textContent()) ?? '')?.[0] ?? '';
    await chat.click();
    await expect(anna.page.getByRole('heading', { name: number, exact: true })).toBeVisible();
    gone += await deleted.count();
    await expect(anna.log.getByText(/^(three|said to whoever comes|hello again)$/)).toHaveCount(0);
  }
  expect(gone).toBe(2);
  await close();
});

test('leaving while somebody else is looked for takes both chats away, and a counsellor who is back calls it off', async ({
  havre,
}) => {
  test.setTimeout(150_000);
  let mood: Mood = 'open';
  const { person, anna, other, wire, close } = await orphaned(havre, () => mood);
  mood = 'silent';
  await other.click();
  await expect(person.page.getByText(says('moveOn.starting'))).toBeVisible();
  wire.setDown(false);
  await expect(other).toHaveCount(0);
  await expect(person.page.getByText(says('moveOn.starting'))).toHaveCount(0);
  // The new chat had reached the server without a word back: it waits for nobody.
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(0);
  await person.write('you are back');
  await anna.reads('you are back');

  wire.setDown(true);
  await expect(person.page.getByText('Anna will be right back').first()).toBeVisible({
    timeout: 40_000,
  });
  await person.page.clock.fastForward(minutes(5) + 1000);
  await expect(other).toBeVisible({ timeout: 30_000 });
  await other.click();
  await expect(person.page.getByText(says('moveOn.starting'))).toBeVisible();
  await person.page.locator('a[href^="/exit/"]').first().click();
  await person.page.waitForURL('**/away');
  wire.setDown(false);
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(0);
  await expect(anna.page.getByText(/Left quickly/).first()).toBeVisible();
  await close();
});
