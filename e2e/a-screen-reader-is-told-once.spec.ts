import { expect, test } from './fixtures/havre.ts';
import { readsWell } from './fixtures/screen-reader-tree.ts';
import { recordSpoken } from './fixtures/spoken.ts';
import { locales, words } from './pages/names.ts';

const times = (said: readonly string[], sentence: string): number =>
  said.filter((text) => text.includes(sentence)).length;

for (const locale of locales) {
  test(`each thing is told once, from the start page to the end of the chat (${locale})`, async ({
    havre,
  }) => {
    const chat = (key: string) => words(locale, 'chat', key);
    const leave = words(locale, 'help', 'exit.leave');
    const ahead = await havre.person('en');
    await ahead.startChat('NL');
    const person = await havre.person(locale);
    const { page, names } = person;
    const spoken = await recordSpoken(page);
    const hears = (sentence: string, how = 1) =>
      expect.poll(async () => times(await spoken(), sentence), sentence).toBe(how);

    await person.open();
    await expect(page.getByText(words(locale, 'help', 'home.slow'))).toHaveCount(0);
    await readsWell(page, leave);
    await person.chooseCountry('NL');
    await hears(words(locale, 'help', 'home.openAlways'));
    await person.button(names.continue).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await readsWell(page, leave);
    await person.button(names.start).click();
    await hears(names.place(2));
    await readsWell(page, leave);

    // A place is told again only when it is another one.
    const anna = await havre.desk('anna');
    await anna.take();
    await hears(names.place(1));
    await hears(names.place(2));

    await person.box.fill('x'.repeat(17_000));
    await person.button(names.send).click();
    await hears(chat('tooLong'));
    await person.write('hello from the phone');
    await hears('hello from the phone');
    await hears(chat('wait.stored'));
    await anna.take();
    const joined = chat('joined').replace('{name}', 'Anna').replace('{org}', 'Demo Help NL');
    await hears(joined);
    await anna.write('good that you write');
    await hears('good that you write');
    await readsWell(page, leave);
    await anna.write('take your time');
    await hears('take your time');
    await hears('good that you write');

    await anna.end();
    // The day until which it is kept stands in the sentence, so it is read off the screen.
    const [begins = ''] = chat('endedByThem').replace('{name}', 'Anna').split('{org}');
    const ended = (await page.getByText(begins.trim()).first().textContent()) ?? '';
    expect(ended).toContain('Demo Help NL');
    await hears(ended);
    await readsWell(page, leave);

    // Whatever else was said on the way: only how far a message came may be said of several.
    const ticks = new Set(
      Object.keys({ waiting: 0, sent: 0, delivered: 0, read: 0 }).map((key) => chat(`tick.${key}`)),
    );
    const typing = chat('typing').replace('{name}', 'Anna');
    const said = (await spoken()).filter((text) => !ticks.has(text) && text !== typing);
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
  });
}

test('the recorder hears a sentence that is said twice', async ({ havre }) => {
  const page = await havre.page();
  const spoken = await recordSpoken(page);
  await page.goto(`${havre.origin}/en/not-there`);
  await page.evaluate(() => {
    const region = document.createElement('div');
    region.setAttribute('role', 'status');
    document.body.append(region);
  });
  await page.evaluate(() => {
    const region = document.querySelector('[role="status"]');
    const paragraph = document.createElement('p');
    paragraph.textContent = 'somebody is here';
    region?.append(paragraph);
  });
  await page.evaluate(() => {
    const paragraph = document.querySelector('[role="status"] p');
    const again = paragraph?.cloneNode(true);
    if (again) paragraph?.replaceWith(again);
  });
  await expect.poll(spoken).toEqual(['somebody is here', 'somebody is here']);
});
