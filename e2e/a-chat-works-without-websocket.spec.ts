import { expect, test } from './fixtures/havre.ts';
import { type Blocking, withoutWebSocket } from './fixtures/no-websocket.ts';
import { personPage } from './pages/person-page.ts';

for (const blocking of ['refused', 'swallowed'] satisfies Blocking[]) {
  test(`a whole chat by long polling where WebSocket is ${blocking}`, async ({ havre }) => {
    const network = await withoutWebSocket(havre.origin, blocking);
    // Not of the fixture: the browser complains of each WebSocket that it does not get.
    const context = await havre.browser().newContext();
    try {
      const anna = await havre.desk('anna');
      const person = personPage(await context.newPage(), network.origin, 'en');
      await person.startChat('NL');
      await expect(person.page.getByRole('status')).toContainText('You are number 1', {
        timeout: 20_000,
      });
      expect(network.asked()).toBeGreaterThan(0);
      await person.write('hello through the wall');
      await anna.take();
      await anna.reads('hello through the wall');
      await anna.write('I read you');
      await person.reads('I read you');
      await person.write('thank you');
      await anna.reads('thank you');
      await expect(person.tick('thank you')).toContainText(person.names.read);
      await person.end();
      await expect(anna.box).toHaveCount(0);
    } finally {
      await context.close();
      network.close();
    }
  });
}
