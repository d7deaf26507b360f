import { expect, test } from './fixtures/havre.ts';

test('nobody else receives it: not a colleague, not another person, not another organisation', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const stranger = await havre.person('en');
  const anna = await havre.desk('anna');
  const bram = await havre.desk('bram');
  const claire = await havre.desk('claire');
  const heard = [stranger, bram, claire].map((client) => havre.framesReceived(client.page));

  await person.startChat('NL');
  await stranger.startChat('BE');
  await expect(claire.waiting.getByRole('listitem')).toHaveCount(1);
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(1);
  await anna.take();
  await person.write('only for Anna');
  await anna.reads('only for Anna');
  await anna.write('only for you');
  await person.reads('only for you');

  for (const client of [stranger, bram, claire]) {
    await expect(client.page.getByText(/only for/)).toHaveCount(0);
  }
  // After the take, no facts about this conversation reach the others at all: what their sockets got
  // never contains its mailbox. The search finds it first where it must be.
  const mailboxId = havre.mailboxOf(person.page);
  expect(havre.framesReceived(anna.page).text()).toContain(mailboxId);
  const [strangerHeard, bramHeard, claireHeard] = heard.map((frames) => frames.text());
  expect(strangerHeard).not.toContain(mailboxId);
  expect(claireHeard).not.toContain(mailboxId);
  // A colleague saw them wait, and that they wait no more; nothing of what was said after.
  expect(bramHeard).toContain(mailboxId);
  expect(bramHeard).not.toMatch(new RegExp(`frame:arrived[^\\n]*${mailboxId}`));
});
