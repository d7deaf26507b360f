import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** A Firefox that the system has, or undefined: then what needs one is skipped, visibly. */
export const systemFirefox = (): string | undefined =>
  places.find((place) => place !== undefined && place !== '' && existsSync(place));

/** Sees to it that there is one where that is possible: as root on Debian, from its package. */
export function provideFirefox(): void {
  if (systemFirefox()) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'firefox-esr'],
  ]) {
    try {
      execFileSync('apt-get', args, { stdio: 'inherit' });
    } catch {
      return;
    }
  }
}
