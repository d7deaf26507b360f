import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium that the system has, or undefined: then Playwright's own is used. */
export const systemChromium = (): string | undefined =>
  places.find((place) => place !== undefined && place !== '' && existsSync(place));

/** What keeps a headless Chromium from talking to anybody but us. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Sees to it that there is a browser: the system's, else Debian's package, else Playwright's own. */
export function provideChromium(): void {
  if (systemChromium()) return;
  const run = (command: string, ...args: string[]): boolean => {
    try {
      execFileSync(command, args, { stdio: 'inherit' });
      return true;
    } catch {
      return false;
    }
  };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update', '-qq');
    if (run('apt-get', 'install', '-y', '-qq', 'chromium')) return;
  }
  run('npx', 'playwright', 'install', 'chromium');
}
