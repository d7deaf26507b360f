import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wishedEncoding } from './http/asset.ts';
import { newDataDir, removeDataDir, startedServer, type TestServer } from './test-server.ts';

// Small where it is the same for everyone; never where a secret could be measured by its length.

let server: TestServer;
const dataDir = newDataDir();
beforeAll(async () => {
  server = await startedServer('main', dataDir);
}, 300_000);
afterAll(async () => {
  await server.end('SIGKILL');
  removeDataDir(dataDir);
});

/** As it came over the wire: `fetch` would unpack it. */
function ask(path: string, accepted: string) {
  return new Promise<{ headers: NodeJS.Dict<string | string[]>; bytes: Buffer }>((resolve) => {
    get(`${server.address}${path}`, { headers: { 'accept-encoding': accepted } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ headers: answer.headers, bytes: Buffer.concat(parts) }));
    });
  });
}

const chromium = 'gzip, deflate, br, zstd';

test.each([
  [chromium, 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['identity', null],
  [undefined, null],
])('who accepts %s gets %s', (accepted, encoding) => {
  expect(wishedEncoding(accepted)).toBe(encoding);
});

describe('what is public', () => {
  async function script(): Promise<string> {
    const { bytes } = await ask('/nl', 'identity');
    return /src="(\/_next\/static\/[^"]+\.js)"/.exec(bytes.toString())?.[1] ?? '';
  }

  test.each(['page', 'script'])('the %s is the same in each form, and smaller', async (what) => {
    const path = what === 'page' ? '/nl' : await script();
    const plain = await ask(path, 'identity');
    const brotli = await ask(path, chromium);
    const gzip = await ask(path, 'gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    for (const { headers } of [plain, brotli, gzip]) expect(headers.vary).toBe('Accept-Encoding');
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(digest(brotliDecompressSync(brotli.bytes))).toBe(digest(plain.bytes));
    expect(digest(gunzipSync(gzip.bytes))).toBe(digest(plain.bytes));
    expect(brotli.bytes.length).toBeLessThan(gzip.bytes.length);
    expect(gzip.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(brotli.headers['content-security-policy']).toBe(
      plain.headers['content-security-policy'],
    );
    expect(brotli.headers['cache-control']).toBe(plain.headers['cache-control']);
  });

  test('its compressed forms have no address of their own', async () => {
    const { headers } = await ask(`${await script()}.br`, chromium);
    expect(headers['content-type']).toBe('application/json');
  });
});

test.each(['/en/sign-in', '/readyz', '/api/is-not-here', '/socket.io/?EIO=4&transport=polling'])(
  '%s is made for one visitor, and is never compressed',
  async (path) => {
    expect((await ask(path, chromium)).headers['content-encoding']).toBeUndefined();
  },
);
