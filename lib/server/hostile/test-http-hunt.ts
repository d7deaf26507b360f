import fc from 'fast-check';
import { leftBeacon } from '#lib/protocol/help-events.ts';
import { features } from '../features.ts';
import type { Route } from '../http/route.ts';
import { type Asked, httpClient, type Sent } from './test-http-send.ts';
import { mutated, oddity, planted } from './test-mutated-input.ts';
import { count, type HuntRecord, judgeAnswer, violate } from './test-record.ts';
import { type Pool, validInput } from './test-valid-input.ts';

const routes: readonly Route[] = features.flatMap((feature) => feature.routes);

/** Bodies of routes that take bytes and parse them themselves. A new one needs its schema here. */
const byteBodies: Record<string, Parameters<typeof validInput>[0]> = { '/left': leftBeacon };

const pages = ['/', '/nl', '/fr', '/en', '/nl/', '/en/info/rights', '/nl/is-not-here', '/xx'];
const own = ['/exit', '/exit/nl', '/away', '/healthz', '/readyz', '/favicon.ico', '/site.bin'];
const rendered = [
  '/en/sign-in',
  '/en/desk',
  '/nl/office',
  '/setup/x',
  `/join/${'A'.repeat(43)}`,
  `/renew/${'A'.repeat(43)}`,
];
const strangePaths = [
  '//elsewhere.example',
  '/nl/../../package.json',
  '/_next/static/../../package.json',
  '/_next/static/%2e%2e/%2e%2e/package.json',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/_next/image?url=http://elsewhere.example/x',
  '/_next/data/x/nl.json',
  '/_next/static/chunks/constructor',
  '/__proto__',
  '/api/__proto__',
  '/nl/status/not-found',
  '/_not-found',
  '/nl/%E0%A4%A',
  '/nl/%00',
  '/setup/%E0%A4%A',
  '/setup/%2e%2e',
  '/join/%0d%0aset-cookie:a=b',
  '/nl;a=b',
  '/NL',
  '/nl?_rsc=x',
  '/socket.io',
  '/socket.io/',
  '/socket.io/?EIO=4&transport=polling&j=1&j=2',
  '/socket.io/?EIO=4&transport=polling&sid=__proto__',
  '/socket.io/?EIO=4&transport=polling&transport=x',
  '/socket.io/?EIO=3&transport=polling',
  '/socket.io/socket.io.js',
  `/${'a/'.repeat(250)}`,
  `/nl/${'a'.repeat(600)}`,
  `/nl?${'a=b&'.repeat(1500)}`,
];

const headers = fc.record(
  {
    cookie: fc.constantFrom(
      `havre_session=${planted}`,
      `havre_session=${'A'.repeat(43)}`,
      ';;;=;a',
      '__proto__=x; constructor=y',
      `a=${'b'.repeat(4000)}`,
    ),
    host: fc.constantFrom('elsewhere.example', '', '[::1', 'a:99999', planted),
    'accept-language': fc.constantFrom('*', 'nl', ';q=', 'x'.repeat(3000), 'fr;q=2,,,nl;q=-1'),
    'accept-encoding': fc.constantFrom('br', 'gzip', 'identity;q=0', '*;q=0', 'x,y,z', ';;q'),
    'user-agent': fc.constant(planted),
    'x-forwarded-for': fc.constantFrom(planted, '1.2.3.4, 5.6.7.8', ','),
    'x-forwarded-proto': fc.constantFrom('https', 'javascript'),
    rsc: fc.constant('1'),
    'next-router-state-tree': fc.constantFrom('[]', '%', '{"a":1}', '["",{},null,null,true]'),
    'next-router-prefetch': fc.constantFrom('1', 'x'),
    'next-router-segment-prefetch': fc.constantFrom('/_tree', '/../x', '/__proto__'),
    'next-action': fc.constant('x'),
    'x-middleware-subrequest': fc.constant('middleware'),
    'x-nextjs-data': fc.constant('1'),
    range: fc.constantFrom('bytes=0-1', 'bytes=-1', 'x'),
    'if-none-match': fc.constant('*'),
    expect: fc.constantFrom('100-continue', 'x'),
    te: fc.constant('trailers'),
  },
  { requiredKeys: [] },
);
const fewHeaders = fc.tuple(headers, fc.nat({ max: 10_000 })).map(([all, at]) => {
  const some = Object.entries(all).filter((_entry, i) => (at >> (i % 12)) % 4 === 0);
  return Object.fromEntries(some) as Record<string, string>;
});

const methods = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'];
const text = (value: unknown): string => JSON.stringify(value) ?? '';

function routeAsked(route: Route, pool: Pool): fc.Arbitrary<Asked> {
  const path = route.path.replace(/:[^/]+/g, 'A'.repeat(43));
  const schema = route.body.kind === 'json' ? route.body.schema : byteBodies[route.path];
  if (schema === undefined && route.body.kind !== 'none') {
    throw new Error(`give ${route.path} its schema in lib/server/hostile/test-http-hunt.ts`);
  }
  const valid = schema === undefined ? fc.constant({}) : validInput(schema, pool);
  const bodies = fc.oneof(
    { weight: 5, arbitrary: valid.map(text) },
    { weight: 4, arbitrary: mutated(valid).map(text) },
    { weight: 1, arbitrary: oddity.map(text) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '\ufeff{}', '[[[[', 'x'.repeat(4000)) },
  );
  const type = fc.constantFrom('application/json', 'application/json', 'application/json', 'a/b');
  const method = fc.oneof(
    { weight: 9, arbitrary: fc.constant(route.method as string) },
    { weight: 1, arbitrary: fc.constantFrom(...methods) },
  );
  const plain = fc.oneof(
    { weight: 3, arbitrary: fc.constant({} as Record<string, string>) },
    { weight: 1, arbitrary: fewHeaders },
  );
  return fc.tuple(bodies, type, method, plain).map(([body, kind, how, more]) => ({
    method: how,
    path,
    headers: { ...more, 'content-type': kind },
    body: how === 'GET' || how === 'HEAD' || how === 'TRACE' ? null : body,
  }));
}

function addressAsked(): fc.Arbitrary<Asked> {
  const path = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pages, ...own) },
    { weight: 5, arbitrary: fc.constantFrom(...strangePaths) },
    { weight: 1, arbitrary: fc.constantFrom(...rendered) },
    { weight: 2, arbitrary: fc.webPath() },
  );
  return fc.tuple(path, fc.constantFrom(...methods), fewHeaders).map(([at, method, more]) => ({
    path: at === '' ? '/' : at,
    method,
    headers: more,
    body: null,
  }));
}

const fine = [0, 101, 200, 204, 303, 304, 307, 308, 400, 403, 404, 405, 413, 417, 431];

/** Asks for every route and every kind of address, in every wrong way. */
export async function ask(
  address: string,
  options: { pool: Pool; times: number; seed: number },
  record: HuntRecord,
): Promise<void> {
  const { pool, times, seed } = options;
  const byRoute = routes.map((route) => ({ weight: 2, arbitrary: routeAsked(route, pool) }));
  const any = fc.oneof(...byRoute, { weight: 8, arbitrary: addressAsked() });
  const left = fc.sample(any, { numRuns: times, seed });
  const client = httpClient(address);
  const next = async (): Promise<void> => {
    for (let asked = left.pop(); asked !== undefined; asked = left.pop()) {
      record.sent += 1;
      judge(asked, await client.send(asked), record);
    }
  };
  await Promise.all(Array.from({ length: 6 }, next));
  client.close();
}

function judge(asked: Asked, { status, headers: got, body }: Sent, record: HuntRecord): void {
  const route = routes.find(({ path, method }) => path === asked.path && method === asked.method);
  const where = route === undefined ? 'address' : `${route.method} ${route.path}`;
  const what = `${asked.method} ${asked.path.slice(0, 80)} ${JSON.stringify(asked.headers)}`;
  count(record, `${where} ${status}`);
  if (!fine.includes(status)) violate(record, `${what.slice(0, 400)} was answered ${status}`);
  if (body.includes('"dependencies"') || body.includes('root:x:')) violate(record, `${what} read`);
  if (status > 200 && body.includes(planted)) violate(record, `${what} came back`);
  const where3xx = got.location;
  if (where3xx !== undefined && !/^(\/(?!\/)|https:\/\/www\.)/.test(where3xx)) {
    violate(record, `${what} leads to ${where3xx}`);
  }
  if (!/json/.test(got['content-type'] ?? '') || route === undefined || asked.method === 'HEAD') {
    return;
  }
  judgeAnswer(record, where, JSON.parse(body));
}
