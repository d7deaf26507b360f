import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { hashedFileHeaders } from '../security-headers.ts';
import { type Asset, createAsset, sendAsset } from './asset.ts';
import type { Responder } from './exchange.ts';
import { sendWrongMethod } from './send.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * The scripts, styles and other files of a build by their address, from memory. Source maps and whole
 * sources stay at home.
 * @param folder `.next/HASH/static`
 */
export function readStaticFiles(folder: string): Map<string, Asset> {
  const files = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).split('\\').join('/');
    const headers = { ...hashedFileHeaders(), 'content-type': type };
    files.set(`/_next/static${path}`, createAsset(readFileSync(file), headers, file));
  }
  return files;
}

/** Only what is in the build exists, so no address can reach another file. */
export function createStaticFiles(folder: string): Responder {
  const files = readStaticFiles(folder);
  return (exchange) => {
    const asset = files.get(exchange.path);
    if (asset === undefined) return false;
    if (exchange.method !== 'GET') return sendWrongMethod(exchange.response, ['GET', 'HEAD']);
    return sendAsset(exchange, asset);
  };
}
