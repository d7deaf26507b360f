import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

test('what was no call for help ends kindly, from a phone: in their language, and who comes next still gets in', async ({
  havre,
}) => {
  test.setTimeout(120_000);
  // A demo of its own: for ten minutes each new chat costs work.
  const demo = await havre.ownDemo();
  const phone = { viewport: { width: 360, height: 740 } };
  const anna = deskPage(await havre.page(phone, demo.origin), demo.origin, 'nl');
  const person = personPage(await havre.page({}, demo.origin), demo.origin, 'fr');
  const say = (key: string) => words('nl', 'team', `desk.${key}`);
  await anna.signInAtDesk('anna');
  await person.startChat('NL');
  await person.write('haha');
  await anna.take();
  await anna.reads('haha');

  // On the smallest phone the tools take two lines, and Danger is the first of them.
  const tools = ['flags.danger', 'flags.doubt', 'end.button', 'clear.button', 'flags.propose'];
  const boxes = [];
  for (const key of tools) boxes.push(await anna.button(say(key)).boundingBox());
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(2);
  for (const box of boxes) expect(box?.height).toBeGreaterThanOrEqual(44);
  expect(boxes[0]?.y).toBe(Math.min(...boxes.map((box) => box?.y ?? 0)));
  await havre.accessible(anna.page, 'team');

  // A second tap where the end was hits nothing: the flags beside it stay where they are.
  await anna.button(say('end.button')).click({ clickCount: 2, delay: 50 });
  await expect(anna.button(say('end.confirm'))).toBeVisible();
  await expect(anna.button(say('flags.doubt'))).toHaveAttribute('aria-pressed', 'false');
  await anna.page.getByText(say('end.abuse')).click();
  await expect(anna.page.getByText(say('end.abuseHint'))).toBeVisible();
  await havre.accessible(anna.page, 'team');
  await anna.button(say('end.abuseNow')).click();
  await expect(anna.page.getByText(say('notice.ended_by_us'))).toBeVisible();
  await person.reads(words('fr', 'team', 'desk.end.kindly.fr'));
  await expect(person.page.getByText(/Anna a fermé le chat/).first()).toBeVisible();

  const next = personPage(await havre.page({}, demo.origin), demo.origin, 'en');
  await next.startChat('NL');
  await next.write('please');
  await anna.page.getByRole('button', { name: say('panes.queue') }).click();
  await anna.take();
  await anna.reads('please');
});
