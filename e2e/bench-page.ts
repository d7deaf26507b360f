import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Browser, chromium } from '@playwright/test';
import { startEmptySite } from './bench/empty-site.ts';
import { hurry, whatWasReached } from './bench/hurried-person.ts';
import { conditions, paintedAt, slowPhone } from './bench/slow-phone.ts';
import { tlsFront } from './bench/tls-front.ts';
import { fetchedBy, type Weight, weigh } from './bench/weight.ts';
import { chromiumFlags, provideChromium, systemChromium } from './chromium.ts';
import { startServer } from './fixtures/demo-server.ts';

// npm run bench:page: how long a person with an old phone and a slow line waits, and for what.

const RUNS = 5;
type Moment = { ms: number; bytes: Weight };
type Run = Record<'readable' | 'canStart' | 'chatOpen', Moment>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const median = (values: readonly number[]): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN);

function medianOf(moments: readonly Moment[]): Moment {
  const first = moments[0]?.bytes ?? weigh([]);
  const kinds = Object.keys(first) as (keyof Weight)[];
  const bytes = kinds.map((kind) => [kind, median(moments.map((one) => one.bytes[kind]))]);
  return { ms: median(moments.map(({ ms }) => ms)), bytes: Object.fromEntries(bytes) as Weight };
}

async function visitHelp(browser: Browser, origin: string): Promise<Run> {
  const page = await slowPhone(browser);
  await hurry(page);
  await page.goto(`${origin}/en`, { waitUntil: 'commit' });
  const { canStart, chatOpen } = await whatWasReached(page);
  const readable = await paintedAt(page);
  const fetched = await fetchedBy(page);
  const at = (ms: number): Moment => ({ ms, bytes: weigh(fetched, ms) });
  await page.context().close();
  return { readable: at(readable), canStart: at(canStart), chatOpen: at(chatOpen) };
}

/** Nothing on it answers a press; its time is that of the load event, when all of it is there and ran. */
async function visitEmpty(browser: Browser, origin: string): Promise<[Moment, Moment]> {
  const page = await slowPhone(browser);
  await page.goto(origin, { waitUntil: 'load', timeout: 90_000 });
  const readable = await paintedAt(page);
  const loaded = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0]?.toJSON().loadEventStart as number,
  );
  const fetched = await fetchedBy(page);
  await page.context().close();
  return [
    { ms: readable, bytes: weigh(fetched, readable) },
    { ms: loaded, bytes: weigh(fetched) },
  ];
}

async function repeat<T>(what: string, visit: () => Promise<T>): Promise<T[]> {
  const runs: T[] = [];
  for (let n = 1; n <= RUNS; n += 1) {
    say(`${what}, visit ${n} of ${RUNS}`);
    runs.push(await visit());
  }
  return runs;
}

const ratio = (ours: number, theirs: number): number => Math.round((ours / theirs) * 100) / 100;

async function measure(browser: Browser, help: string, empty: string) {
  const emptyRuns = await repeat('empty page', () => visitEmpty(browser, empty));
  const runs = await repeat('help side', () => visitHelp(browser, help));
  const anchor = {
    readable: medianOf(emptyRuns.map(([readable]) => readable)),
    loaded: medianOf(emptyRuns.map(([, loaded]) => loaded)),
  };
  const moment = (name: keyof Run) => {
    const ours = medianOf(runs.map((run) => run[name]));
    const theirs = name === 'readable' ? anchor.readable : anchor.loaded;
    const ratios = {
      ms: ratio(ours.ms, theirs.ms),
      bytes: ratio(ours.bytes.total, theirs.bytes.total),
    };
    return { ...ours, ratio: ratios };
  };
  const moments = {
    readable: moment('readable'),
    canStart: moment('canStart'),
    chatOpen: moment('chatOpen'),
  };
  for (const [name, { ms, bytes, ratio: to }] of Object.entries(moments)) {
    const kb = (bytes.total / 1024).toFixed(1);
    say(`${name}: ${ms} ms (${to.ms} x empty), ${kb} KB (${to.bytes} x empty)`);
  }
  return { ...moments, anchor };
}

const packageVersion = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version;

async function bench(): Promise<object> {
  provideChromium();
  const executablePath = systemChromium();
  const undo: (() => unknown)[] = [];
  try {
    const server = await startServer('demo');
    undo.push(server.stop);
    const emptySite = await startEmptySite();
    undo.push(emptySite.close);
    const help = await tlsFront(server.origin);
    undo.push(help.close);
    const empty = await tlsFront(emptySite.origin, true);
    undo.push(empty.close);
    const browser = await chromium.launch({
      args: chromiumFlags,
      ...(executablePath ? { executablePath } : {}),
    });
    undo.push(() => browser.close());
    const figures = await measure(browser, help.origin, empty.origin);
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, platform: process.platform };
    const names = ['next', 'react', 'socket.io-client', 'zod'].map((name) => [
      name,
      packageVersion(name),
    ]);
    const versions = {
      node: process.version,
      chromium: browser.version(),
      ...Object.fromEntries(names),
    };
    return { bench: 'page', runs: RUNS, conditions, ...figures, machine, versions };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

try {
  say(JSON.stringify(await bench()));
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The page could not be measured: ${why}\n`);
  process.exitCode = 1;
}
