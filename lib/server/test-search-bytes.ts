import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Whether something can be found on the disk, as somebody who took the disk would look for it.

const sliceBytes = 24;

/** Start, middle and end of a blob: a file may hold it in pieces. */
export function slicesOf(blob: Uint8Array): Buffer[] {
  const bytes = Buffer.from(blob);
  const last = bytes.length - sliceBytes;
  return [0, Math.floor(last / 2), last].map((at) => bytes.subarray(at, at + sliceBytes));
}

/** Every file below a folder. Files that go away meanwhile are left out. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Which of the needles stand in any file below the folder. */
export function foundBelow(folder: string, needles: readonly Buffer[]): Set<Buffer> {
  const found = new Set<Buffer>();
  for (const path of filesBelow(folder)) {
    const bytes = readIfThere(path);
    for (const needle of needles) if (bytes.includes(needle)) found.add(needle);
  }
  return found;
}
