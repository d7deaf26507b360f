import { expect, test } from './fixtures/havre.ts';
import { openOtherSite } from './fixtures/other-site.ts';
import { words } from './pages/names.ts';

test('an address in a message says where it goes first, and the site it opens learns nothing of us', async ({
  havre,
}) => {
  const other = await openOtherSite('shelter');
  try {
    const anna = await havre.desk('anna');
    const person = await havre.person('en');
    await person.startChat('NL');
    await anna.take();
    const address = `${other.origin}/page`;
    await anna.write(`Look at ${address}. And javascript:alert(1).`);
    await person.reads(`Look at ${address}. And javascript:alert(1).`);
    await expect(person.log.getByRole('link')).toHaveCount(0);

    const tabs = () => person.page.context().pages().length;
    await person.button(address).click();
    const open = person.log.getByRole('link', { name: words('en', 'chat', 'link.open') });
    await expect(person.log).toContainText(
      words('en', 'chat', 'link.goes').replace('{host}', new URL(address).host),
    );
    expect(tabs()).toBe(1);
    await person.button(words('en', 'chat', 'link.stay')).click();
    await expect(open).toHaveCount(0);

    await person.button(address).click();
    const opened = person.page.context().waitForEvent('page');
    await open.click();
    const tab = await opened;
    await tab.waitForURL(address);
    expect(await tab.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
    await expect(person.box).toBeVisible();
  } finally {
    await other.close();
  }
});
