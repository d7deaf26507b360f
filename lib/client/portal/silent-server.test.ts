import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { processHttp } from './http.ts';
import { fetchSite } from './site-portal.ts';

// A server that takes every connection and never says a word, as one does that hangs.

let server: Server;
let origin: string;
beforeEach(async () => {
  server = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterEach(() => void server.close());
vi.setConfig({ testTimeout: 30_000 });

it('is one that does not answer: no page waits for it without an end', async () => {
  const http = processHttp(origin);
  const unavailable = { ok: false, code: 'unavailable' };
  const asked = http.post('POST /api/sign-in/challenge', { loginName: 'anna' });
  const [answer, site, help] = await Promise.all([asked, http.site(), fetchSite(origin)]);
  expect(answer).toEqual(unavailable);
  expect(site).toBeNull();
  expect(help).toBeNull();
});
