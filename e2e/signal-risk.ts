import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { riskOf } from '#lib/signals/risk/risk.ts';

// `npm run signal:risk -- FILE.csv --quasi a,b,c [--delimiter ;]`: how alone the rows of a table are in what
// others may know of them. The last line is JSON. Ends 0 when it could be computed.

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const usage = 'npm run signal:risk -- FILE.csv --quasi a,b,c [--delimiter ;]';

function readTable(file: string, delimiter: string): string[][] {
  return parse(readFileSync(file), { delimiter, bom: true, skip_empty_lines: true }) as string[][];
}

function run(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { quasi: { type: 'string' }, delimiter: { type: 'string', default: ',' } },
  });
  const [file, ...more] = positionals;
  const quasi = (values.quasi ?? '').split(',').filter(Boolean);
  if (!file || more.length > 0 || quasi.length === 0) throw new Error(usage);
  const [header, ...rows] = readTable(file, values.delimiter);
  if (!header) throw new Error(`${file} is empty.`);
  const places = quasi.map((name) => {
    const at = header.indexOf(name);
    if (at < 0) throw new Error(`${file} has no column "${name}".`);
    return at;
  });
  const figures = riskOf(rows.map((row) => places.map((at) => row[at] ?? '')));
  if (figures.records === 0) throw new Error(`${file} has no rows.`);
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  say(`${figures.records} rows in ${figures.classes} classes; ${figures.uniques} stand alone.`);
  say(`Highest risk ${percent(figures.highest)}, average ${percent(figures.average)}.`);
  say(JSON.stringify(figures));
}

try {
  run();
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}
