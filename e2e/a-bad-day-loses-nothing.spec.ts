import { type Browser, chromium } from '@playwright/test';
import { systemChromium } from './chromium.ts';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { openWire } from './kills/wire.ts';
import { deskPage } from './pages/desk-page.ts';
import { words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

/** A chat over a line that the story can cut; a page of its own, because the browser complains of lost lines. */
async function talkOnAWire(
  havre: Havre,
  port: number,
  deskOrigin: string,
  phone = havre.browser(),
) {
  const wire = await openWire(port);
  const browser = havre.browser();
  const context = await phone.newContext();
  const person = personPage(await context.newPage(), wire.origin, 'en');
  const deskContext = await browser.newContext();
  const anna = deskPage(await deskContext.newPage(), deskOrigin);
  await anna.signInAtDesk('anna');
  await person.startChat('NL');
  await person.write('one');
  await anna.take();
  await anna.reads('one');
  await anna.write('two');
  await person.reads('two');
  return {
    wire,
    person,
    anna,
    async end() {
      await anna.end();
      await context.close();
      await deskContext.close();
      await wire.close();
    },
  };
}

type Talk = Awaited<ReturnType<typeof talkOnAWire>>;

/** Every line once, on both screens, in the order in which it was said. */
async function bothRead({ person, anna }: Talk, lines: readonly string[]): Promise<void> {
  for (const { log } of [person, anna]) {
    const shown = await log.getByText(new RegExp(`^(${lines.join('|')})$`)).allTextContents();
    expect(shown).toEqual(lines);
  }
}

const portOf = (origin: string) => Number(new URL(origin).port);
const says = (key: string) => words('en', 'chat', key).split('.')[0] ?? '';
const deskSays = (key: string) => words('en', 'team', key);

test('a minute without network: both go on writing, and each message arrives once', async ({
  havre,
}) => {
  const talk = await talkOnAWire(havre, portOf(havre.origin), havre.origin);
  const { wire, person, anna } = talk;
  wire.setDown(true);
  await person.write('three');
  await expect(person.tick('three')).toContainText(words('en', 'chat', 'tick.waiting'));
  // No internet, or a server that is gone: the page cannot tell, and says one of both within five seconds.
  const trouble = person.page
    .getByText(says('serverDown'))
    .or(person.page.getByText(says('offline')));
  await expect(trouble.first()).toBeVisible();
  await expect(anna.page.getByText(deskSays('desk.presence.away'))).toBeVisible();
  await anna.write('four');
  const down = Date.now();
  await expect.poll(() => Date.now() - down, { timeout: 70_000 }).toBeGreaterThan(60_000);
  await expect(trouble.first()).toBeVisible();
  wire.setDown(false);
  await expect(person.page.getByText(says('back')).first()).toBeVisible();
  await person.reads('four');
  await anna.reads('three');
  await expect(person.tick('three')).toContainText(/Delivered|Read/);
  await expect(anna.page.getByText(deskSays('desk.presence.here'))).toBeVisible();
  await bothRead(talk, ['one', 'two', 'three']);
  await talk.end();
});

for (const how of ['end', 'kill'] as const) {
  test(`a server that ${how === 'end' ? 'is started anew' : 'dies'}: both screens say so, and go on by themselves`, async ({
    havre,
  }) => {
    const demo = await havre.ownDemo();
    const talk = await talkOnAWire(havre, portOf(demo.origin), demo.origin);
    const { person, anna } = talk;
    const next = personPage(await (await havre.browser().newContext()).newPage(), demo.origin);
    await next.startChat('NL');
    await next.write('I wait');
    await demo[how]();
    await person.write('three');
    await anna.box.fill('four');
    await anna.button('Send').click();
    await expect(person.page.getByText(says('serverDown')).first()).toBeVisible();
    await expect(anna.page.getByText(deskSays('desk.connection.lost'))).toBeVisible();
    await expect(next.page.getByText(says('serverDown')).first()).toBeVisible();
    await demo.startAgain();
    await person.reads('four');
    await anna.reads('three');
    await expect(person.tick('three')).toContainText(/Delivered|Read/);
    await expect(anna.page.getByText(deskSays('desk.presence.here'))).toBeVisible();
    // Whoever waited still waits, at the same place, and is answered.
    await expect(anna.waiting.getByRole('listitem')).toHaveCount(1);
    await expect(
      next.page.getByRole('status').filter({ hasText: next.names.place(1) }),
    ).toBeVisible();
    await bothRead(talk, ['one', 'two']);
    await anna.take();
    await anna.reads('I wait');
    await talk.end();
    await next.page.context().close();
  });
}

test('a counsellor who closes the desk is asked while an answer waits to be sent, and only then', async ({
  havre,
}) => {
  const wire = await openWire(portOf(havre.origin));
  const context = await havre.browser().newContext();
  const anna = deskPage(await context.newPage(), wire.origin);
  await anna.signInAtDesk('anna');
  const person = await havre.person('en');
  await person.startChat('NL');
  await person.write('one');
  await anna.take();
  await anna.reads('one');
  await anna.write('two');
  await person.reads('two');
  const asks = () =>
    anna.page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expect.poll(asks).toBe(false);

  wire.setDown(true);
  await anna.box.fill('three');
  await anna.button('Send').click();
  await expect(anna.tick('three')).toContainText(deskSays('desk.tick.waiting'));
  const asked = anna.page.waitForEvent('dialog');
  await anna.page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  wire.setDown(false);
  await person.reads('three');
  await expect.poll(asks).toBe(false);
  await anna.end();
  await context.close();
  await wire.close();
});

/** Stops every page of a browser where it stands, as a phone does with an app behind another one. */
async function freeze(browser: Browser): Promise<() => void> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  expect(pages.length).toBeGreaterThan(0);
  for (const pid of pages) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of pages) process.kill(pid, 'SIGCONT');
  };
}

test('a page that the phone froze wakes up with everything that was said meanwhile', async ({
  havre,
}) => {
  const phone = await chromium.launch({ executablePath: systemChromium() });
  const talk = await talkOnAWire(havre, portOf(havre.origin), havre.origin, phone);
  const { person, anna } = talk;
  const thaw = await freeze(phone);
  // A frozen page answers no ping: the server gives its connection up.
  await expect(anna.page.getByText(deskSays('desk.presence.away'))).toBeVisible({
    timeout: 40_000,
  });
  await anna.write('three');
  await anna.write('four');
  thaw();
  await person.reads('four');
  await person.write('five');
  await anna.reads('five');
  await bothRead(talk, ['one', 'two', 'three', 'four', 'five']);
  await talk.end();
  await phone.close();
});

test('a counsellor whose browser starts anew finds the whole chat, and the person reads who is away', async ({
  havre,
}) => {
  const talk = await talkOnAWire(havre, portOf(havre.origin), havre.origin);
  const { person, anna } = talk;
  const address = anna.page.url();
  await anna.page.goto('about:blank');
  await expect(person.page.getByText('Anna will be right back').first()).toBeVisible();
  await person.write('three');
  await anna.page.goto(address);
  await anna.page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await anna.button('Unlock').click();
  await anna.chats.getByRole('listitem').first().getByRole('button').first().click();
  await anna.reads('three');
  await expect(person.page.getByText('Anna will be right back')).toHaveCount(0);
  await anna.write('four');
  await person.reads('four');
  await bothRead(talk, ['one', 'two', 'three', 'four']);
  await talk.end();
});
