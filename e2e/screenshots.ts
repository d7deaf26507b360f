import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumFlags, systemChromium } from './chromium.ts';
import { startServer } from './fixtures/demo-server.ts';
import { deskPage } from './pages/desk-page.ts';
import { personPage } from './pages/person-page.ts';

// The pictures of the README, made from the demo: npx tsx e2e/screenshots.ts

const folder = fileURLToPath(new URL('./screenshots', import.meta.url));

async function openPage(browser: Browser, width: number, colorScheme: 'light' | 'dark') {
  const height = width < 700 ? 780 : 800;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  return context.newPage();
}

const keep = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: `${folder}/${name}.png` });
};

async function takePictures(browser: Browser, origin: string): Promise<void> {
  const home = personPage(await openPage(browser, 360, 'light'), origin, 'nl');
  await home.open();
  await home.chooseCountry('NL');
  await home.page.evaluate(() => scrollTo(0, 0));
  await keep(home.page, 'home-nl-360-light');

  const person = personPage(await openPage(browser, 360, 'dark'), origin, 'fr');
  const desk = deskPage(await openPage(browser, 1280, 'light'), origin);
  await desk.signInAtDesk('anna');
  await person.startChat('NL');
  await person.write('Bonjour. Mon patron a pris mon passeport.');
  await desk.take();
  await desk.reads('Bonjour. Mon patron a pris mon passeport.');
  await desk.write(
    'Bonjour, je suis Anna. C’est bien que tu écrives. Quelqu’un peut voir ton écran ?',
  );
  await person.write('Non, je suis dans le bus.');
  await desk.reads('Non, je suis dans le bus.');
  await person.tick('Non, je suis dans le bus.').getByText(person.names.read).waitFor();
  await keep(person.page, 'chat-fr-360-dark');
  await keep(desk.page, 'desk-en-1280-light');

  const office = deskPage(await openPage(browser, 1280, 'light'), origin);
  await office.signIn('saskia');
  await office.page.getByRole('table').waitFor();
  await keep(office.page, 'office-en-1280-light');
}

mkdirSync(folder, { recursive: true });
const executablePath = systemChromium();
const server = await startServer('demo');
const browser = await chromium.launch({
  args: chromiumFlags,
  ...(executablePath ? { executablePath } : {}),
});
try {
  await takePictures(browser, server.origin);
} finally {
  await browser.close();
  await server.stop();
}
