import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkManifest } from './open-signal/check-manifest.ts';
import { checkSignal } from './open-signal/check-signal.ts';
import { openFile } from './open-signal/open-file.ts';
import { onlyPlain } from './open-signal/plain-text.ts';
import { isLang, type Lang, summary } from './open-signal/summary.ts';
import { Unusable } from './open-signal/unusable.ts';

// `npm run signal:open -- FILE --identity KEY [--lang nl|fr|en] [--root FINGERPRINT]`, for a unit that received
// a file: checks every hash, the organisation's signature and the schemas, and prints what it says. KEY is an
// age identity, or the path of a file that holds one. Ends 0 only when all is well.

/** Of every sentence; English until it is known. */
let lang: Lang = 'en';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function identityOf(key: string): string {
  if (key.startsWith('AGE-SECRET-KEY-1')) return key;
  const line = readFileSync(key, 'utf8')
    .split('\n')
    .find((one) => one.startsWith('AGE-SECRET-KEY-1'));
  if (!line) throw new Unusable('noIdentity', key);
  return line.trim();
}

async function open(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      identity: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      root: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (isLang(values.lang)) lang = values.lang;
  if (!file || more.length > 0 || !values.identity || !isLang(values.lang))
    throw new Unusable('usage');
  const files = await openFile(Uint8Array.from(readFileSync(file)), identityOf(values.identity));
  const { signed, root } = checkManifest(files);
  if (values.root && values.root !== root) throw new Unusable('otherRoot', root);
  const signal = checkSignal(files, signed);
  const number = { root, isCompared: values.root !== undefined };
  for (const line of summary(signal, signed, number, lang)) say(line);
}

try {
  await open();
} catch (error) {
  const refusal =
    error instanceof Unusable ? error : new Unusable('unread', (error as Error).message);
  say(onlyPlain(refusal.in(lang)));
  process.exitCode = 1;
}
