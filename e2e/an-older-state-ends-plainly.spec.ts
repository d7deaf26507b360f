import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

test('the server gives back an older state: nothing more is sent, the counsellor ends it, the person is told and begins anew', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const demo = await havre.ownDemo();
  const database = join(demo.dataDir, 'database');
  const backup = join(demo.dataDir, 'backup');
  // Pages of the story's own: the browser complains of lost lines.
  const contexts = [await havre.browser().newContext(), await havre.browser().newContext()];
  const [anna, person] = [
    deskPage(await (contexts[0] as (typeof contexts)[0]).newPage(), demo.origin),
    personPage(await (contexts[1] as (typeof contexts)[0]).newPage(), demo.origin, 'en'),
  ];
  await anna.signInAtDesk('anna');
  await person.startChat('NL');
  await person.write('one');
  await anna.take();
  await anna.write('two');
  await person.reads('two');
  await expect(anna.tick('two')).toContainText(/Delivered|Read/);

  await demo.end();
  cpSync(database, backup, { recursive: true });
  await demo.startAgain();
  await anna.write('three');
  await person.reads('three');
  await expect(anna.tick('three')).toContainText(/Delivered|Read/);

  // An operator who puts yesterday's copy back, or a server that means harm: the desk cannot tell, and stops.
  await demo.end();
  rmSync(database, { recursive: true });
  cpSync(backup, database, { recursive: true });
  await demo.startAgain();
  await person.write('four');
  const alarm = anna.page.getByRole('alert').filter({ hasText: 'an older state of this chat' });
  await expect(alarm).toContainText(words('en', 'team', 'desk.alarm.endIt'));
  await expect(anna.box).toHaveCount(0);
  await anna.reads('three');
  await havre.accessible(anna.page, 'team');
  await anna.button('End chat').click();
  await expect(anna.page.getByText(words('en', 'team', 'desk.end.questionWordless'))).toBeVisible();
  await anna.button('End now').click();
  await expect(anna.log.getByText('You ended the chat.')).toBeVisible();
  await expect(anna.button('End chat')).toHaveCount(0);

  const told = person.page.getByRole('status').filter({ hasText: 'The chat is closed.' });
  await expect(told).toContainText('You can always start again.');
  await expect(person.tick('four')).not.toContainText(/Delivered|Read/);
  await person.button('Go to the start').click();
  await person.startChat('NL');
  await person.write('once more');
  await anna.take();
  await anna.reads('once more');
  await anna.write('I am here');
  await person.reads('I am here');
  for (const context of contexts) await context.close();
});
