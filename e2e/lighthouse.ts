import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmptySite } from './bench/empty-site.ts';
import { systemChromium } from './chromium.ts';
import { startServer } from './fixtures/demo-server.ts';
import { runTool } from './stages/command.ts';

// `npm run lighthouse`: the start page in three languages, on Lighthouse's own mobile setting, and beside it the
// speed of an empty Next page, since a busy machine takes points from every page. Says what is not perfect; the
// last line is one JSON object; ends 0 when every score is 100 and nothing moved.

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const shift = 'cumulative-layout-shift';

type Audit = { id: string; title: string; score: number | null; numericValue?: number };
type Report = {
  categories: Record<
    string,
    { score: number; auditRefs: { id: keyof Report['audits']; weight: number }[] }
  >;
  audits: Record<string, Audit>;
};

async function reportOn(address: string, folder: string): Promise<Report> {
  const file = join(folder, 'report.json');
  const flags = ['--output=json', `--output-path=${file}`, '--quiet'];
  const chrome = '--chrome-flags=--headless=new --no-sandbox';
  const code = await runTool('lighthouse lighthouse', [address, ...flags, chrome]);
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function scoresOf(path: string, { categories, audits }: Report) {
  for (const { auditRefs } of Object.values(categories)) {
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      if (audit && weight > 0 && audit.score !== null && audit.score < 1) {
        say(`  ${path} ${audit.id} ${audit.score}: ${audit.title}`);
      }
    }
  }
  const scores = Object.entries(categories).map(([name, { score }]) => [
    name,
    Math.round(score * 100),
  ]);
  return { ...Object.fromEntries(scores), [shift]: audits[shift]?.numericValue ?? 0 };
}

process.env.CHROME_PATH ??= systemChromium();
const folder = mkdtempSync(join(tmpdir(), 'havre-lighthouse-'));
const server = await startServer('demo');
const results: Record<string, Record<string, number>> = {};
const empty = await startEmptySite();
let anchor = 0;
try {
  for (const path of ['/nl', '/fr', '/en']) {
    results[path] = scoresOf(path, await reportOn(server.origin + path, folder));
    say(`${path} ${JSON.stringify(results[path])}`);
  }
  const { performance } = scoresOf('empty page', await reportOn(empty.origin, folder));
  anchor = performance ?? 0;
  say(`an empty page of Next, here and now: performance ${anchor}`);
} finally {
  empty.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
say(JSON.stringify({ ...results, anchor: { performance: anchor } }));
const perfect = Object.values(results).every((found) =>
  Object.entries(found).every(([name, value]) => value === (name === shift ? 0 : 100)),
);
process.exitCode = perfect ? 0 : 1;
