import { readFileSync } from 'node:fs';

export type PinnedRoots =
  | { ok: true; fingerprints: string[] }
  | { ok: false; code: 'roots_file_missing' }
  /** `line` counts from 1; 0 when the file names nobody at all, which would close the site. */
  | { ok: false; code: 'roots_file_malformed'; line: number };

const fingerprintPattern = /^\d{5}( \d{5}){5}$/;

/**
 * Reads ROOTS_FILE: one fingerprint a line as the office shows it under Keys (reading 15), with empty
 * lines and comments after `#`. The pages of a build with this file accept these organisations alone.
 * @returns the fingerprints, sorted, so that their order in the file makes no other build
 */
export function readRootsFile(path: string): PinnedRoots {
  const text = readText(path);
  if (text === null) return { ok: false, code: 'roots_file_missing' };
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
  const wrong = lines.findIndex((line) => line !== '' && !fingerprintPattern.test(line));
  if (wrong >= 0) return { ok: false, code: 'roots_file_malformed', line: wrong + 1 };
  const fingerprints = [...new Set(lines.filter((line) => line !== ''))].sort();
  if (fingerprints.length === 0) return { ok: false, code: 'roots_file_malformed', line: 0 };
  return { ok: true, fingerprints };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
