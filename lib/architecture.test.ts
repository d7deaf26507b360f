import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['app', 'components', 'lib', 'prisma'];

/** Each breaks one promise of `.dependency-cruiser.cjs`; together they break all of them. */
const planted: [rule: string, file: string, source: string][] = [
  [
    'server-cannot-decrypt',
    'lib/server/planted/near.ts',
    "import '#lib/crypto/primitives/sbx.ts';",
  ],
  [
    'server-cannot-decrypt',
    'lib/server/planted/far.ts',
    "import '#lib/protocol/planted-bridge.ts';",
  ],
  ['server-cannot-decrypt', 'prisma/planted.ts', "import '#lib/crypto/primitives/seal.ts';"],
  ['only-the-portal-sends', 'lib/client/planted.ts', "import 'socket.io-client';"],
  ['only-the-portal-sends', 'lib/server/planted/client.ts', "import 'socket.io-client';"],
  [
    'crypto-stands-on-its-ground',
    'lib/crypto/planted-ground.ts',
    "import './primitives/bytes.ts';",
  ],
  [
    'crypto-looks-down-from-primitives',
    'lib/crypto/primitives/planted-up.ts',
    "import '../words/word-bits.ts';",
  ],
  [
    'crypto-looks-down-from-words',
    'lib/crypto/organisation/planted-up.ts',
    "import '../account/vault.ts';",
  ],
  [
    'crypto-looks-down-from-words',
    'lib/crypto/messages/planted-aside.ts',
    "import '../organisation/directory.ts';",
  ],
  [
    'crypto-looks-down-from-conversation',
    'lib/crypto/account/planted-aside.ts',
    "import '../conversation/session.ts';",
  ],
  ['pure-rooms-do-no-io', 'lib/crypto/planted.ts', "import 'node:fs';"],
  ['pure-rooms-know-only-each-other', 'lib/safety/planted.ts', "import '#lib/client/store.ts';"],
  [
    'browsers-do-not-import-the-server',
    'lib/client/planted-log.ts',
    "import '#lib/server/log.ts';",
  ],
  [
    'screens-hold-no-keys-and-do-not-send',
    'components/ui/planted.ts',
    "import '#lib/crypto/primitives/sbx.ts';",
  ],
  [
    'audiences-are-strangers-team',
    'components/team/planted.ts',
    "import '#components/help/home-screen.tsx';",
  ],
  [
    'audiences-are-strangers-help',
    'components/help/planted.ts',
    "import '#components/team/planted.ts';",
  ],
  [
    'audiences-are-strangers-office',
    'components/office/planted.ts',
    "import '#components/help/planted.ts';",
  ],
  [
    'only-the-office-has-earlier-words',
    'components/help/planted-words.ts',
    "import '#lib/i18n/load-notice-words.ts';",
  ],
  [
    'shared-screens-know-no-audience',
    'components/ui/planted-help.ts',
    "import '#components/help/planted.ts';",
  ],
  ['no-cycles', 'lib/client/planted-round.ts', "import './planted-trip.ts';"],
  ['every-import-resolves', 'lib/client/planted-lost.ts', "import '#lib/nowhere.ts';"],
];
/** Not wrong by themselves: the second halves of what is planted above. */
const helpers: [file: string, source: string][] = [
  ['lib/protocol/planted-bridge.ts', "import '#lib/crypto/primitives/seal.ts';"],
  ['lib/client/planted-trip.ts', "import './planted-round.ts';"],
];

type Violation = { rule: { name: string }; from: string };

function violationsIn(folder: string): { rule: string; file: string }[] {
  const program = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const json = runAnyway([program, ...options, ...rooms], folder);
  const { summary }: { summary: { violations: Violation[] } } = JSON.parse(json);
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}

/** What a program says; it ends with the number of violations. */
function runAnyway(args: string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

describe('the rules of .dependency-cruiser.cjs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'havre-rules-'));
  let violations: { rule: string; file: string }[] = [];

  beforeAll(() => {
    for (const name of [
      ...rooms,
      'messages',
      'package.json',
      'tsconfig.json',
      '.dependency-cruiser.cjs',
    ]) {
      cpSync(join(project, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
    for (const [file, source] of [...planted.map(([, ...rest]) => rest), ...helpers]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${source}\n`);
    }
    violations = violationsIn(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(planted)('%s catches %s', (rule, file) => {
    expect(violations).toContainEqual({ rule, file });
  });

  test('every rule has something planted against it', () => {
    const config = readFileSync(join(project, '.dependency-cruiser.cjs'), 'utf8');
    const named = [...config.matchAll(/name: '([\w-]+)'/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(5);
    const caught = new Set(planted.map(([rule]) => rule));
    for (const name of named) expect(caught).toContain(name);
  });

  test('they complain of nothing that was not planted', () => {
    expect(violations.filter(({ file }) => !file.includes('planted'))).toEqual([]);
  });
});

/** Ways out of a browser, as words of the language; comments do not send. */
const waysOut =
  /\b(fetch|sendBeacon|XMLHttpRequest|WebSocket|WebSocketStream|WebTransport|EventSource|RTCPeerConnection)\b/;

function sendsIn(source: string): string | null {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
  return waysOut.exec(code)?.[0] ?? null;
}

function browserSources(): string[] {
  const folders = [
    'app',
    'components',
    'lib/client',
    'lib/i18n',
    'lib/crypto',
    'lib/protocol',
    'lib/safety',
  ];
  return folders
    .flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|\/tests\/|\/test-/.test(path));
}

describe('only lib/client/portal sends, and it has no other way than the ones that stand there', () => {
  test.each([
    ['fetch', "const answer = await fetch('/x');"],
    ['fetch', "globalThis['fetch']('/x');"],
    ['sendBeacon', "navigator.sendBeacon('/x', text);"],
    ['WebSocket', "new WebSocket('/x');"],
    ['XMLHttpRequest', 'new window.XMLHttpRequest();'],
  ])('%s is seen in %j', (word, source) => {
    expect(sendsIn(source)).toBe(word);
  });

  test('a comment that speaks of it is not', () => {
    expect(sendsIn('// fetch\n/* WebSocket\n */ const a = 1;')).toBeNull();
  });

  test('no other file of a browser names one', () => {
    const sources = browserSources();
    const senders = sources.filter((path) => sendsIn(readFileSync(join(project, path), 'utf8')));
    expect(senders.some((path) => path.startsWith('lib/client/portal/'))).toBe(true);
    expect(senders.filter((path) => !path.startsWith('lib/client/portal/'))).toEqual([]);
  });
});
