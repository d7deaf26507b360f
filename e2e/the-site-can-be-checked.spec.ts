import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Havre, test } from './fixtures/havre.ts';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

type Verdict = { code: number | null; said: string };

/** What somebody sees who checks a site, and how it ended. */
async function verifySite(...args: string[]): Promise<Verdict> {
  return verifyFrom(projectFolder, ...args);
}

async function verifyFrom(cwd: string, ...args: string[]): Promise<Verdict> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/verify-site.ts', ...args], {
    cwd,
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

type Answer = {
  path: string;
  language: string | undefined;
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** A server in front of ours that changes what it passes on. @returns its address, and what ends it */
async function dishonest(origin: string, change: (answer: Answer) => void) {
  const proxy = createServer((asked, answered) => {
    const passed = request(origin + asked.url, { headers: asked.headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const answer = {
          path: asked.url ?? '',
          language: asked.headers['accept-language'],
          status: response.statusCode ?? 500,
          headers: response.headers,
          body: Buffer.concat(parts),
        };
        change(answer);
        answered.writeHead(answer.status, answer.headers).end(answer.body);
      });
    });
    passed.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    end: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

/** One bit of one byte, in the middle; the length stays. */
function flip({ body }: Answer): void {
  const at = Math.floor(body.length / 2);
  body[at] = (body[at] ?? 0) ^ 1;
}

const isPlain = ({ headers }: Answer) => headers['content-encoding'] === undefined;

async function caught(havre: Havre, change: (answer: Answer) => void) {
  const liar = await dishonest(havre.origin, change);
  const { code, said } = await verifySite(liar.origin);
  liar.end();
  expect(code).toBe(1);
  return said;
}

test('an honest site is told so, and its roots are named', async ({ havre }) => {
  const { code, said } = await verifySite(havre.origin);
  expect(said).toMatch(/All \d+ public files are those of these sources/);
  expect(said).toContain('Demo Help NL');
  expect(said).toContain(`/exit/nl  ${havre.origin}/away`);
  expect(code).toBe(0);
  const root = /(\d{5}(?: \d{5}){5}) {2}Demo Help BE/.exec(said)?.[1] ?? '';
  expect((await verifySite(havre.origin, '--root', root)).code).toBe(0);
  const other = await verifySite(
    havre.origin,
    '--root',
    root.replace(/\d$/, (n) => `${9 - +n}`),
  );
  expect(other.said).toContain('No organisation of this site has the root');
  expect(other.code).toBe(1);
});

test('one byte of a page, a script, a style; one header: each is named with its address', async ({
  havre,
}) => {
  let script = '';
  let style = '';
  const said = await caught(havre, (answer) => {
    const { path, headers } = answer;
    if (path === '/fr' && isPlain(answer)) flip(answer);
    if (path === '/nl') headers['content-security-policy'] += '; connect-src *';
    if (path === '/en') headers['set-cookie'] = ['seen=1'];
    if (/\.js$/.test(path) && (script === '' || path === script)) {
      script = path;
      if (isPlain(answer)) flip(answer);
    }
    if (/\.css$/.test(path) && (style === '' || path === style)) {
      style = path;
      headers['content-type'] = 'text/plain';
    }
  });
  expect(said).toMatch(/^\/fr has other bytes/m);
  expect(said).toMatch(/^\/nl sends the header content-security-policy/m);
  expect(said).toMatch(/^\/en sends a header that ours does not: set-cookie/m);
  expect(said).toContain(`${script} has other bytes`);
  expect(said).toContain(`${style} sends the header content-type`);
  expect(said).toContain('5 differences from these sources');
});

test('one byte of a style, in the middle of its rules', async ({ havre }) => {
  let style = '';
  const said = await caught(havre, (answer) => {
    if (!/\.css$/.test(answer.path) || (style !== '' && answer.path !== style)) return;
    style = answer.path;
    if (isPlain(answer)) flip(answer);
  });
  expect(said).toContain(`${style} has other bytes`);
  expect(said).toContain('1 difference');
});

test('a style that only compressed answers change', async ({ havre }) => {
  let style = '';
  const said = await caught(havre, (answer) => {
    const { path, headers } = answer;
    if (!/\.css$/.test(path) || (style !== '' && path !== style)) return;
    style = path;
    if (isPlain(answer)) return;
    delete headers['content-encoding'];
    answer.body = Buffer.from('body { background: red }');
    headers['content-length'] = String(answer.body.length);
  });
  expect(said).toContain(`${style} has other bytes`);
});

test('the way in for one language, and a way out that clears nothing or leads back', async ({
  havre,
}) => {
  const said = await caught(havre, ({ path, language, headers }) => {
    if (path === '/' && language?.startsWith('nl')) headers.location = 'https://evil.example/nl';
    if (path === '/exit/nl') delete headers['clear-site-data'];
    if (path === '/exit/fr') headers.location = '/fr';
    if (path === '/exit') headers['referrer-policy'] = 'unsafe-url';
  });
  expect(said).toMatch(/^\/ \(Accept-Language: nl.*\) leads to https:\/\/evil\.example\/nl/m);
  expect(said).toContain('/exit/nl sends the header clear-site-data: (none)');
  expect(said).toMatch(/^\/exit\/fr leads back to this site/m);
  expect(said).toMatch(/^\/exit sends the header referrer-policy: unsafe-url/m);
});

test('the blank page, the icon, and the page of an address that nothing has', async ({ havre }) => {
  const said = await caught(havre, (answer) => {
    const { path, headers } = answer;
    if (path === '/away') answer.body.write('!');
    if (path === '/favicon.ico') headers['set-cookie'] = ['seen=1'];
    if (/^\/nl\/[0-9a-f]{12}$/.test(path) && isPlain(answer)) flip(answer);
    if (/^\/fr\/[0-9a-f]{12}$/.test(path)) answer.status = 200;
    if (path === '/en/status/not-found') headers['cache-control'] = 'public';
  });
  expect(said).toMatch(/^\/away has other bytes/m);
  expect(said).toMatch(/^\/favicon\.ico sends a header that ours does not: set-cookie/m);
  expect(said).toMatch(/^\/nl\/[0-9a-f]{12} has other bytes/m);
  expect(said).toMatch(/^\/fr\/[0-9a-f]{12} answers with status 200, not 404/m);
  expect(said).toMatch(/^\/en\/status\/not-found sends the header cache-control/m);
  expect(said).toContain('5 differences from these sources');
});

test('a wrong address, and a site that is not there, get a sentence', async () => {
  const nothing = await verifySite();
  expect(nothing.said).toContain('Usage');
  expect(nothing.code).toBe(2);
  const nobody = await verifySite('http://127.0.0.1:9');
  expect(nobody.said).toContain('could not be checked');
  expect(nobody.code).toBe(1);
});

/** The sources and packages in another folder, as another person has them. Packages are only linked. */
function copyOfTheProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'havre-again-'));
  const notSources = new Set(['.git', '.next', '.tmp', 'node_modules', 'test-results']);
  for (const name of readdirSync(projectFolder)) {
    if (notSources.has(name)) continue;
    cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  const packages = [join(projectFolder, 'node_modules'), join(folder, 'node_modules')];
  try {
    execFileSync('cp', ['-al', ...packages], { stdio: 'ignore' });
  } catch {
    // Another disk: links do not reach it.
    execFileSync('cp', ['-a', ...packages]);
  }
  return folder;
}

test('whoever builds the same sources elsewhere gets the same site, byte for byte', async ({
  havre,
}) => {
  test.setTimeout(400_000);
  const folder = copyOfTheProject();
  const { code, said } = await verifyFrom(folder, havre.origin);
  rmSync(folder, { recursive: true, force: true });
  expect(said).toContain('Building the pages.');
  expect(said).toMatch(/All \d+ public files are those of these sources/);
  expect(code).toBe(0);
});
