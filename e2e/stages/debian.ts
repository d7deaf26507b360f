import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs a Debian package where this process may.
 * @param isThere whether what is wanted from it is found
 */
export function provide(name: string, isThere: () => boolean): boolean {
  if (isThere()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', name], { stdio: 'inherit' });
  } catch {
    return false;
  }
  return isThere();
}
