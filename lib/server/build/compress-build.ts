import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { compress, compressedName, encodings } from '../http/compress.ts';

const parts = [
  { folder: 'static', types: ['.css', '.js', '.json', '.svg', '.wasm'] },
  { folder: 'server/app', types: ['.html'] },
];

/**
 * Puts the compressed forms of everything public beside it, so that no start and no visitor waits for
 * them. Pages that are rendered for a visit are not among it, see [Note: never secrets].
 * @param folder `.next/HASH`
 */
export async function compressBuild(folder: string): Promise<void> {
  const files = parts.flatMap(({ folder: part, types }) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && types.includes(extname(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  await Promise.all(files.map(compressFile));
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  const write = async (encoding: (typeof encodings)[number]) =>
    writeFile(compressedName[encoding](file), await compress(bytes, encoding));
  await Promise.all(encodings.map(write));
}
