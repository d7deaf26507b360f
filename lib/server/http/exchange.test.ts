import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { openExchange } from './exchange.ts';

const pathOf = (url: string) =>
  openExchange({ url, method: 'GET' } as IncomingMessage, {} as ServerResponse)?.path ?? null;

test.each(['/', '/nl', '/setup/a%20b', '/nl?x=%E0'])('%s is an address', (url) => {
  expect(pathOf(url)).toBe(url.split('?')[0]);
});

test.each(['/setup/%E0%A4%A', '/nl/%', '/nl/%zz', '//host', '/nl\\..', `/${'a'.repeat(600)}`])(
  '%s is none, and asks nobody further',
  (url) => {
    expect(pathOf(url)).toBeNull();
  },
);
