import { deskSays, eachOnce, givenUp, pages, reload } from './fixtures/desk-of-its-own.ts';
import { expect, test } from './fixtures/havre.ts';
import { openWire } from './kills/wire.ts';
import { personPage } from './pages/person-page.ts';

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
