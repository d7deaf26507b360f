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

/** Names between commas, without the spaces that people write after them. */
const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const twice = (names: readonly string[]) => names.find((name, i) => names.indexOf(name) !== i);

/** Where each column stands. @throws when one is missing, or could be two */
function placesOf(quasi: readonly string[], header: readonly string[], file: string): number[] {
  const again = twice(quasi);
  if (again !== undefined) throw new Error(`--quasi names "${again}" twice.`);
  const columns = header.map((name) => name.trim());
  return quasi.map((name) => {
    const at = columns.indexOf(name);
    if (columns.lastIndexOf(name) !== at)
      throw new Error(`${file} has two columns "${name}": which of them cannot be told.`);
    if (at >= 0) return at;
    const isOne = columns.length === 1 && /[;,\t|]/.test(columns[0] ?? '');
    const hint = isOne ? ' Its first line is a single column: --delimiter may be another one.' : '';
    throw new Error(`${file} has no column "${name}".${hint}`);
  });
}

/** A number and its word, one or many. */
const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

function run(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { quasi: { type: 'string' }, delimiter: { type: 'string', default: ',' } },
  });
  const [file, ...more] = positionals;
  const quasi = namesIn(values.quasi ?? '');
  if (!file || more.length > 0 || quasi.length === 0) throw new Error(usage);
  const [header, ...rows] = readTable(file, values.delimiter);
  if (!header) throw new Error(`${file} is empty.`);
  const places = placesOf(quasi, header, file);
  const figures = riskOf(rows.map((row) => places.map((at) => row[at] ?? '')));
  if (figures.records === 0) throw new Error(`${file} has no rows.`);
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const rowCount = counted(figures.records, 'row', 'rows');
  const classCount = counted(figures.classes, 'class', 'classes');
  const alone = counted(figures.uniques, 'stands alone', 'stand alone');
  say(`${rowCount} in ${classCount}; ${alone}.`);
  say(`Highest risk ${percent(figures.highest)}, average ${percent(figures.average)}.`);
  say(JSON.stringify(figures));
}

try {
  run();
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}
