import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type EmptySite = { origin: string; close(): void };

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const program = createRequire(import.meta.url).resolve('next/dist/bin/next');

const files = {
  'next.config.mjs': `export default { compress: false, turbopack: { root: ${JSON.stringify(projectDir)} } };\n`,
  'package.json': '{ "private": true, "type": "module" }\n',
  'app/layout.jsx': `export const metadata = { title: 'Info' };
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}\n`,
  'app/page.jsx': `export default function Page() {
  return <h1>Talk to someone who listens</h1>;
}\n`,
};

function run(folder: string, ...args: string[]) {
  return spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * What Next itself weighs: a page with one heading, built with the same version. It lies inside the
 * project, since Turbopack looks for packages nowhere else.
 * @throws with what Next said when it cannot be built or started
 */
export async function startEmptySite(): Promise<EmptySite> {
  mkdirSync(join(projectDir, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(projectDir, '.tmp/empty-site-'));
  mkdirSync(join(folder, 'app'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const built = await listen(run(folder, 'build'), null);
  if (built.code !== 0) throw new Error(`the empty page could not be built:\n${built.said}`);
  const server = run(folder, 'start', '--hostname', '127.0.0.1', '--port', '0');
  const close = () => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  const { said } = await listen(server, /http:\/\/127\.0\.0\.1:\d+/);
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
  if (origin === undefined) throw new Error(`the empty page could not be started:\n${said}`);
  return { origin, close };
}

/** @param until what it says when it is ready; null to wait for its end */
function listen(child: ReturnType<typeof run>, until: RegExp | null) {
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        if (until?.test(said)) resolve({ code: null, said });
      });
    }
    child.once('exit', (code) => resolve({ code, said }));
  });
}
