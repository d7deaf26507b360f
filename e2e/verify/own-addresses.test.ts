import { createServer, type OutgoingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { ServerDeps } from '#lib/server/deps.ts';
import { readEnv } from '#lib/server/env.ts';
import { openExchange } from '#lib/server/http/exchange.ts';
import { createOwnAddresses } from '#lib/server/http/own-addresses.ts';
import { closeServer, listen } from '#lib/server/listen.ts';
import { compareOwnAddresses } from './own-addresses.ts';

const close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of close.splice(0)) await step();
});

type Answer = { path: string; asked: string; status: number; headers: OutgoingHttpHeaders };

/** Our own answers, with the given settings, changed by whoever runs the server. */
async function site(env: Record<string, string>, change: (answer: Answer) => void = () => {}) {
  const read = readEnv(env);
  if (!read.ok) throw new Error('these settings are refused');
  const respond = createOwnAddresses({ env: read.env } as ServerDeps);
  const server = createServer((request, response) => {
    const exchange = openExchange(request, response);
    if (exchange === null) throw new Error('malformed');
    const write = response.writeHead.bind(response);
    response.writeHead = ((status: number, headers: OutgoingHttpHeaders) => {
      const asked = request.headers['accept-language'] ?? '';
      const answer = { path: exchange.path, asked, status, headers: { ...headers } };
      change(answer);
      return write(answer.status, answer.headers);
    }) as typeof response.writeHead;
    void respond(exchange);
  });
  const listening = await listen(server, '127.0.0.1', 0);
  if (!listening.ok) throw new Error(listening.code);
  close.push(() => closeServer(server, 0));
  return `http://127.0.0.1:${listening.port}`;
}

const lie = async (change: (answer: Answer) => void) =>
  (await compareOwnAddresses(await site({}, change), {})).differences;

describe('the way in and the ways out', () => {
  it('of an honest site: nothing to say, and where its exits lead', async () => {
    const { differences, exits } = await compareOwnAddresses(await site({}), {});
    expect(differences).toEqual([]);
    expect(exits).toContainEqual({ locale: 'nl', leadsTo: 'https://www.buienradar.nl/' });
    expect(exits).toHaveLength(3);
  });

  it('that are set otherwise are no difference, and one that leads elsewhere than set is', async () => {
    const EXIT_URL_FR = 'https://weather.example/';
    const origin = await site({ EXIT_URL_FR, EXIT_URL_EN: '/away' });
    expect((await compareOwnAddresses(origin, {})).differences).toEqual([]);
    expect(
      (await compareOwnAddresses(origin, { fr: EXIT_URL_FR, en: '/away' })).differences,
    ).toEqual([]);
    const { differences } = await compareOwnAddresses(origin, { nl: EXIT_URL_FR });
    expect(differences).toEqual([
      '/exit/nl leads to https://www.buienradar.nl/, not https://weather.example/',
    ]);
  });

  it.each([
    ['/fr', 'leads back to this site'],
    ['/away?then=/nl', 'leads back to this site'],
    ['http://weather.example/', 'which is not https'],
  ])('an exit to %s is named', async (EXIT_URL_NL, said) => {
    const { differences } = await compareOwnAddresses(await site({ EXIT_URL_NL }), {});
    expect(differences).toEqual([expect.stringContaining(said)]);
    expect(differences[0]).toMatch(/^\/exit\/nl /);
  });

  it.each<[string, string, (answer: Answer) => void]>([
    [
      '/ for one language elsewhere',
      '/ (Accept-Language: fr-LU,fr;q=0.9,en;q=0.5) leads to https:',
      ({ path, asked, headers }) => {
        if (path === '/' && asked.startsWith('fr')) headers.location = 'https://evil.example/fr';
      },
    ],
    [
      '/ for whoever names no language',
      '/ leads to https://evil.example/',
      ({ path, asked, headers }) => {
        if (path === '/' && asked === '*') headers.location = 'https://evil.example/';
      },
    ],
    [
      '/ that is kept',
      'sends the header cache-control: public',
      ({ path, headers }) => {
        if (path === '/') headers['cache-control'] = 'public';
      },
    ],
    [
      '/ without Vary',
      'sends no header vary',
      ({ path, headers }) => {
        if (path === '/') headers.vary = 'Accept-Encoding';
      },
    ],
    [
      '/ for ever',
      'answers with status 308, not 307',
      (answer) => {
        if (answer.path === '/') answer.status = 308;
      },
    ],
    [
      'a cookie at the door',
      'sends a header that ours does not: set-cookie',
      ({ path, headers }) => {
        if (path === '/') headers['set-cookie'] = 'seen=1';
      },
    ],
    [
      'an exit that clears nothing',
      '/exit/nl sends the header clear-site-data: (none)',
      ({ path, headers }) => {
        if (path === '/exit/nl') delete headers['clear-site-data'];
      },
    ],
    [
      'an exit that stays',
      '/exit/fr answers with status 200, not 303',
      (answer) => {
        if (answer.path === '/exit/fr') answer.status = 200;
      },
    ],
    [
      'an exit that tells where one was',
      '/exit/en sends the header referrer-policy: unsafe-url',
      ({ path, headers }) => {
        if (path === '/exit/en') headers['referrer-policy'] = 'unsafe-url';
      },
    ],
    [
      'an exit without a language that leads elsewhere',
      '/exit leads to https://evil.example/',
      ({ path, headers }) => {
        if (path === '/exit') headers.location = 'https://evil.example/';
      },
    ],
    [
      'an exit to nowhere',
      '/exit/nl leads to (nowhere)',
      ({ path, headers }) => {
        if (path === '/exit/nl') delete headers.location;
      },
    ],
  ])('%s is named', async (_what, said, change) => {
    expect((await lie(change)).join('\n')).toContain(said);
  });
});
