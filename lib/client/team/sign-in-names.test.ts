import { expect, it } from 'vitest';
import type { Http } from '../portal/http.ts';
import { directKeyWork } from './key-work.ts';
import { beginSignIn } from './sign-in.ts';

/** A server that tells which requests came, and refuses each. */
function refusing() {
  const asked: string[] = [];
  const http: Http = {
    origin: '',
    async post(route) {
      asked.push(route);
      return { ok: false, code: 'slow_down', seconds: 3 };
    },
    site: async () => null,
    cookies: () => null,
  };
  return { asked, signIn: (name: string) => beginSignIn({ http, work: directKeyWork }, name, 'x') };
}

it.each(['anna@ngo.org', 'an na', 'a'.repeat(33), 'x'])(
  'a name that nobody can have is a wrong name, like any other: %s',
  async (name) => {
    const { asked, signIn } = refusing();
    expect(await signIn(name).try(null)).toEqual({ ok: false, code: 'wrong_credentials' });
    expect(asked).toEqual([]);
  },
);

it('a name in capitals and with spaces around it is asked for, and the wait is passed on', async () => {
  const { asked, signIn } = refusing();
  expect(await signIn(' Anna ').try(null)).toMatchObject({ code: 'slow_down', seconds: 3 });
  expect(asked).toEqual(['POST /api/sign-in/challenge']);
});
