import { expect, test } from './fixtures/havre.ts';
import { stopsOf } from './fixtures/seen-focus.ts';
import { recordSpoken } from './fixtures/spoken.ts';
import { deskPage } from './pages/desk-page.ts';
import { keyboardUser } from './pages/keyboard-user.ts';

test('a keyboard is enough at the desk, from sign-in to sign-out, and the focus is never lost', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const page = await havre.page();
  const spoken = await recordSpoken(page);
  const { press, tabTo, standsOn } = keyboardUser(page);
  const type = (text: string) => page.keyboard.type(text);
  const key = (name: string) => page.keyboard.press(name);
  const desk = deskPage(page, havre.origin);

  await page.goto(`${havre.origin}/en/sign-in`);
  await tabTo('Name');
  await type('anna');
  await key('Tab');
  await standsOn('Password');
  await type('demo-password-1');
  await key('Enter');
  await expect(page).toHaveURL(/\/en\/desk$/);
  await standsOn('Desk');

  // Who comes is told; by Tab alone, without a key of the desk's own, "Take" is reached.
  const first = await havre.person('en');
  await first.startChat('NL');
  await expect.poll(spoken).toContain('Somebody is waiting: English.');
  await press('Take');
  await expect(desk.box).toBeFocused();
  await type('hello, first');
  await key('Enter');
  await first.reads('hello, first');
  await type('by the button');
  await press('Send');
  await first.reads('by the button');
  await standsOn('Send');
  const numberOf = async () =>
    /\d+/.exec((await page.getByRole('heading', { name: /^Chat \d+$/ }).textContent()) ?? '')?.[0];
  const firstChat = await numberOf();

  const second = await havre.person('nl');
  await second.startChat('NL');
  await expect.poll(spoken).toContain('Somebody is waiting: Dutch.');
  await key('F2');
  await standsOn('Take');
  await key('Enter');
  await expect.poll(numberOf).not.toBe(firstChat);
  await expect(desk.box).toBeFocused();
  const secondChat = await numberOf();
  await type('hello, second');
  await key('Enter');
  await second.reads('hello, second');

  // From one chat to the other, by the desk's keys and by its list.
  await key('Alt+ArrowDown');
  await expect.poll(numberOf).toBe(firstChat);
  await expect(desk.box).toBeFocused();
  await press(new RegExp(`^Chat ${secondChat}`));
  await expect.poll(numberOf).toBe(secondChat);
  await expect(desk.box).toBeFocused();
  await second.write('an answer');
  await desk.reads('an answer');

  // What opens gives the focus back when it closes, by Escape and by its own button.
  await press('Keyboard');
  await standsOn('Keyboard');
  await key('Escape');
  await expect(desk.button('Keyboard')).toBeFocused();
  await press('Keyboard');
  await press('Close');
  await expect(desk.button('Keyboard')).toBeFocused();
  await press('Propose a signal');
  await standsOn('Propose a signal');
  await key('Escape');
  await expect(desk.button('Propose a signal')).toBeFocused();

  // The ring of every stop can be seen, with a chat open and the question asked.
  await press('End chat');
  await page.getByRole('heading', { level: 1 }).focus();
  const { stops, unseen } = await stopsOf(page);
  expect(unseen).toEqual([]);
  expect(stops.length).toBeGreaterThan(15);
  await press('Keep talking');
  await expect(desk.button('End chat')).toBeFocused();

  for (const flag of ['Danger', 'Doubt']) {
    await press(flag);
    await expect(desk.button(flag)).toHaveAttribute('aria-pressed', 'true');
    await expect(desk.button(flag)).toBeFocused();
  }

  // Ended by us, and ended by the person while the focus is on what goes away with it.
  await press('End chat');
  await press('End now');
  await expect(second.page.getByRole('status')).toContainText('Anna heeft de chat afgesloten');
  await standsOn(`Chat ${secondChat}`);
  await press(new RegExp(`^Chat ${firstChat}`));
  await expect(desk.box).toBeFocused();
  await tabTo(/^Danger$/);
  await first.end();
  await standsOn(`Chat ${firstChat}`);

  // A colleague is faster.
  const third = await havre.person('en');
  await third.startChat('NL');
  const bram = await havre.desk('bram');
  await expect(desk.button('Take')).toBeVisible();
  await key('F2');
  await standsOn('Take');
  await bram.take();
  await standsOn('Waiting');

  await press('Sign out');
  await expect(page).toHaveURL(/\/en\/sign-in$/);
  await standsOn('Team');
  await tabTo('Name');
});
