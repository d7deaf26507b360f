import { type Browser, chromium, type Page } from '@playwright/test';
import { bundled } from './bench/bundle.ts';
import { describeMachine } from './bench/machine.ts';
import { chromiumFlags, provideChromium, systemChromium } from './chromium.ts';
import { startServer } from './fixtures/demo-server.ts';
import { signalsRoom } from './pages/office-signals.ts';

// npm run bench:signals: how long a supervisor's tab takes for a large release, with the worker of the production
// build. Prints one line of JSON. `processorMs` is what the tab used: on a machine that does other work too, it says
// more than the time that passed.

const RUNS = 3;

/** Leaves the room and comes back: the quarter is counted anew. */
async function enterAgain(page: Page): Promise<void> {
  const nav = page.getByRole('navigation', { name: 'Office' });
  await nav.getByRole('link', { name: 'Keys', exact: true }).click();
  await page.getByRole('heading', { name: 'Keys', level: 2 }).waitFor();
  await nav.getByRole('link', { name: 'Signals', exact: true }).click();
}

async function onScreen(page: Page, cancels: boolean, until: string) {
  await page.evaluate(`signalBench.countMany(${cancels})`);
  await enterAgain(page);
  await page.getByText(until).waitFor({ timeout: 60_000 });
  return page.evaluate('signalBench.seen');
}

/** Time on a processor of all tabs so far, in ms. */
async function processorMs(browser: Browser): Promise<number> {
  const devTools = await browser.newBrowserCDPSession();
  const { processInfo } = await devTools.send('SystemInfo.getProcessInfo');
  await devTools.detach();
  const tabs = processInfo.filter(({ type }) => type === 'renderer');
  return tabs.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

async function measured(browser: Browser, page: Page, what: 'release' | 'risk' | 'pack') {
  const runs: object[] = [];
  for (let n = 1; n <= RUNS; n += 1) {
    await page.evaluate(`signalBench.prepare('${what}')`);
    const before = await processorMs(browser);
    const figures = await page.evaluate<object>('signalBench.run()');
    const used = Math.round((await processorMs(browser)) - before);
    runs.push({ ...figures, processorMs: used });
  }
  return runs;
}

async function bench(): Promise<object> {
  provideChromium();
  const executablePath = systemChromium();
  const undo: (() => unknown)[] = [];
  try {
    const server = await startServer('demo');
    undo.push(server.stop);
    const browser = await chromium.launch({
      args: chromiumFlags,
      ...(executablePath ? { executablePath } : {}),
    });
    undo.push(() => browser.close());
    const page = await browser.newPage({ locale: 'en-GB' });
    await page.addInitScript({ content: await bundled('e2e/bench/signals-in-tab.ts') });
    const room = await signalsRoom(page, server.origin, 'saskia');
    await room.row('Quarter').getByText('The count is ready.').waitFor();
    const tab = {
      release: await measured(browser, page, 'release'),
      risk: await measured(browser, page, 'risk'),
      pack: await measured(browser, page, 'pack'),
      screen: await onScreen(page, false, 'The count is ready.'),
      cancelled: await onScreen(page, true, 'The count was stopped.'),
    };
    const versions = { node: process.version, chromium: browser.version() };
    return { bench: 'signals', ...tab, machine: describeMachine(), versions };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

try {
  process.stdout.write(`${JSON.stringify(await bench())}\n`);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The signals could not be measured: ${why}\n`);
  process.exitCode = 1;
}
