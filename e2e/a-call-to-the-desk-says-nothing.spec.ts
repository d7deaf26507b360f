import { recordCalls } from './fixtures/calls.ts';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { keyboardUser } from './pages/keyboard-user.ts';
import { locales, words } from './pages/names.ts';

/** Whatever tells something of somebody: what they wrote, in which language, from where, and that there is danger. */
const content =
  /canary|dutch|french|english|nederlands|frans|engels|français|anglais|néerlandais|netherlands|nederland|pays-bas|belg|danger|gevaar|chat|hulp|help|aide/i;

const nothing = { notifications: [], tones: 0, asked: 0 };
/** Two tones, one after the other. */
const sound = { ...nothing, tones: 2 };
const notification = {
  ...nothing,
  notifications: [
    {
      title: words('en', 'team', 'desk.notification.title'),
      options: {
        body: words('en', 'team', 'desk.notification.body'),
        tag: 'desk',
        silent: true,
      },
    },
  ],
};
const both = { ...sound, ...notification, tones: 2 };

async function desk(havre: Havre, permission: NotificationPermission) {
  const page = await havre.page();
  const { calls, look } = await recordCalls(page, permission);
  const anna = deskPage(page, havre.origin);
  await anna.signInAtDesk('anna');
  let waiting = 0;
  return {
    ...anna,
    calls,
    look,
    async somebodyComes() {
      const person = await havre.person('fr');
      await person.startChat('NL');
      waiting += 1;
      await expect(anna.waiting.getByRole('listitem')).toHaveCount(waiting);
      return person;
    },
    async take() {
      await anna.take();
      waiting -= 1;
    },
  };
}

test('who waits and who writes calls a counsellor who looks elsewhere, by sound and notification, each as chosen', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const anna = await desk(havre, 'granted');
  const { button, calls, look } = anna;

  // As it begins: a sound, and the browser is not asked for more.
  const person = await anna.somebodyComes();
  expect(await calls()).toEqual(sound);
  await button('Notifications').click();
  await expect(button('Notifications')).toHaveAttribute('aria-pressed', 'true');
  expect(await calls()).toEqual({ ...nothing, asked: 1 });

  await look(false);
  await anna.somebodyComes();
  expect(await calls()).toEqual(both);
  await look(true);
  await anna.take();
  await look(false);
  await person.write('canary: my boss has my passport');
  await anna.reads('canary: my boss has my passport');
  expect(await calls()).toEqual(both);

  // Whoever looks at the desk sees it there, and needs no notification over it.
  await look(true);
  await anna.somebodyComes();
  expect(await calls()).toEqual(sound);

  await look(false);
  await button('Sound').click();
  await anna.somebodyComes();
  expect(await calls()).toEqual(notification);
  await button('Notifications').click();
  await expect(button('Notifications')).toHaveAttribute('aria-pressed', 'false');
  await anna.somebodyComes();
  await person.write('canary: are you there');
  await anna.reads('canary: are you there');
  expect(await calls()).toEqual(nothing);
});

for (const locale of locales)
  test(`the words of a notification tell nothing of anybody (${locale})`, () => {
    for (const part of ['title', 'body'])
      expect(words(locale, 'team', `desk.notification.${part}`)).not.toMatch(content);
  });

test('a browser that refuses notifications is named, can be asked again, and the sound stays', async ({
  havre,
}) => {
  const anna = await desk(havre, 'denied');
  const { page, button, calls } = anna;
  const { press } = keyboardUser(page);
  await press(/^Notifications/);
  await expect(page.getByText(words('en', 'team', 'desk.bar.notifyBlocked'))).toBeVisible();
  await expect(button('Notifications')).toBeFocused();
  await expect(button('Notifications')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await calls()).asked).toBe(2);
  await anna.look(false);
  await anna.somebodyComes();
  expect(await calls()).toEqual(sound);
});
