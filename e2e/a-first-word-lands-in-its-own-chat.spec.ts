import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';

test('between Take and the chat that was taken there is no box in which its first word could land elsewhere', async ({
  havre,
}) => {
  const page = await havre.page();
  const held: (() => void)[] = [];
  let holds = false;
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const pass = () => socket.send(message);
      if (holds) held.push(pass);
      else pass();
    });
  });
  const desk = deskPage(page, havre.origin);
  await desk.signInAtDesk('anna');
  const [first, second] = [await havre.person('en'), await havre.person('en')];
  await first.startChat('NL');
  await desk.take();
  await desk.box.fill('half a sentence');
  await second.startChat('NL');
  await second.write('I am the second');
  await expect(desk.waiting.getByRole('listitem')).toHaveCount(1);

  // The answer to "Take" is on its way for a while.
  holds = true;
  await desk.waiting.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(page.getByText('The chat is opening.')).toBeVisible();
  await expect(desk.box).toHaveCount(0);
  await page.keyboard.type('hello second');
  holds = false;
  for (const pass of held.splice(0)) pass();
  await desk.reads('I am the second');
  await expect(desk.box).toBeFocused();
  await expect(desk.box).toHaveValue('');
  await desk.write('hello second');
  await second.reads('hello second');
  // What was half written to the first is still theirs.
  await desk.chats.getByRole('button').first().click();
  await expect(desk.box).toHaveValue('half a sentence');
  await expect(first.log.getByText('hello second')).toHaveCount(0);
});
