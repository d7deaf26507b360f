import { expect, test } from './fixtures/havre.ts';
import { locales } from './pages/names.ts';

for (const locale of locales) {
  test(`a person and a counsellor talk (${locale})`, async ({ havre }) => {
    const person = await havre.person(locale);
    const anna = await havre.desk('anna');

    await person.startChat('NL');
    await expect(
      person.page.getByRole('status').filter({ hasText: person.names.place(1) }),
    ).toBeVisible();
    await person.write('hello from the phone');
    await expect(person.tick('hello from the phone')).toContainText(person.names.sent);

    // No text reaches a desk's screen before somebody took the chat.
    await expect(anna.waiting.getByRole('listitem')).toHaveCount(1);
    await expect(anna.page.getByText('hello from the phone')).toHaveCount(0);
    await anna.take();
    await anna.reads('hello from the phone');
    await expect(person.page.getByText('Anna').first()).toBeVisible();
    await expect(person.tick('hello from the phone')).toContainText(person.names.read);

    await anna.write('good that you write');
    await person.reads('good that you write');
    await person.write('there is more');
    await anna.reads('there is more');
    await anna.reads('hello from the phone');

    await person.end();
    await expect(person.box).toHaveCount(0);
    await expect(anna.box).toHaveCount(0);
  });
}

test('the counsellor can end it too, and the person reads who did', async ({ havre }) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  await person.startChat('NL');
  await anna.take();
  await anna.write('take care');
  await person.reads('take care');
  await anna.end();
  await expect(person.page.getByText(/Anna has closed the chat/)).toBeVisible();
  await expect(person.box).toHaveCount(0);
});

test('a counsellor holds several chats and mixes none up', async ({ havre }) => {
  const first = await havre.person('en');
  const second = await havre.person('fr');
  const anna = await havre.desk('anna');
  await first.startChat('NL');
  await first.write('I am the first');
  await second.startChat('NL');
  await second.write('je suis la deuxième');
  await expect(
    second.page.getByRole('status').filter({ hasText: second.names.place(2) }),
  ).toBeVisible();

  await anna.take();
  await anna.reads('I am the first');
  await expect(
    second.page.getByRole('status').filter({ hasText: second.names.place(1) }),
  ).toBeVisible();
  await anna.take();
  await anna.reads('je suis la deuxième');
  await expect(anna.log).toHaveCount(1);
  await expect(anna.log.getByText('I am the first')).toHaveCount(0);

  // The other conversation counts what was not seen, and shows it when opened.
  await first.write('are you there');
  await expect(anna.chats.getByText('1', { exact: true })).toBeVisible();
  await anna.chats.getByRole('listitem').first().getByRole('button').first().click();
  await anna.reads('are you there');
  await anna.write('yes, I am');
  await first.reads('yes, I am');
  await expect(second.page.getByText('yes, I am')).toHaveCount(0);
});
