import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64url } from '../credentials/tokens.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { features } from '../features.ts';
import { validInput } from '../hostile/test-valid-input.ts';
import type { Route } from '../http/route.ts';
import { addOrganisation, newId, noise } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { addCast, addWaiting, snapshot } from './test-cast.ts';

type Who = 'nobody' | 'person' | 'pending' | 'counsellor' | 'stranger';
const everybody: readonly Who[] = ['nobody', 'person', 'pending', 'counsellor', 'stranger'];

/**
 * What a request is answered whose form is right and whose link, name or proof is nobody's: HTTP routes act through
 * what their body holds, and a session opens none of them but its own. `ok`: for everybody.
 */
type Right = { answer: string; unlessSession?: 'signed_out' };

/** Every route. A new one needs a row: say what it answers whom. */
const rights: Record<string, Right> = {
  'POST /api/invitation': { answer: 'wrong_credentials' },
  'POST /api/login-name': { answer: 'wrong_credentials' },
  'POST /api/set-up': { answer: 'malformed' },
  'POST /api/join': { answer: 'second_factor' },
  'POST /api/renew': { answer: 'second_factor' },
  'POST /api/approval': { answer: 'wrong_credentials' },
  'POST /api/sign-in/challenge': { answer: 'ok' },
  'POST /api/sign-in': { answer: 'work_needed' },
  'POST /api/session': { answer: 'ok', unlessSession: 'signed_out' },
  'POST /api/sign-out': { answer: 'ok' },
  'POST /left': { answer: 'nothing' },
  'GET /site.bin': { answer: 'bytes' },
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const routes = features.flatMap((feature) => feature.routes);

describe('every route', () => {
  test.each(routes.map(nameOf))('%s says what it answers whom', (name) => {
    expect(Object.keys(rights), `give ${name} a row here`).toContain(name);
  });

  test('and no row is about a route that is gone', () => {
    expect(Object.keys(rights).sort()).toEqual(routes.map(nameOf).sort());
  });
});

describeOnEachDatabase('who may not, by HTTP', (database) => {
  const openHouse = useHouse(database);

  test('a right form with a proof that is nobody’s changes nothing and opens nothing, whoever sends it', async () => {
    const house = await openHouse();
    const [ours, theirs] = [await addOrganisation(database()), await addOrganisation(database())];
    const cast = await addCast(database(), ours, theirs);
    const waiting = await addWaiting(database(), ours);
    const cookies: Record<Who, string | undefined> = {
      nobody: undefined,
      // What a person holds is no session, also where one is looked for.
      person: `havre_session=${toBase64url(waiting.token)}`,
      pending: cast.pending.cookie,
      counsellor: cast.counsellor.cookie,
      stranger: cast.stranger.cookie,
    };
    const before = await snapshot(database(), ours);
    // Last, since it ends the sessions that all others are asked with.
    const last = (route: Route) => Number(route.path === '/api/sign-out');
    for (const route of [...routes].sort((a, b) => last(a) - last(b))) {
      const right = rights[nameOf(route)];
      for (const who of everybody) {
        const isOut = who === 'nobody' || who === 'person';
        const wanted = isOut ? (right?.unlessSession ?? right?.answer) : right?.answer;
        const answer = await ask(house.address, route, waiting.mailboxId, cookies[who]);
        expect(answer, `${who} asks ${nameOf(route)}`).toBe(wanted);
        expect(await snapshot(database(), ours), `${who} asks ${nameOf(route)}`).toBe(before);
      }
    }
  });
});

/** `ok`, a code, `bytes` or `nothing`. */
async function ask(
  address: string,
  route: Route,
  mailboxId: string,
  cookie: string | undefined,
): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
  const body = route.method === 'GET' ? null : JSON.stringify(bodyOf(route, mailboxId));
  const response = await fetch(address + route.path, { method: route.method, headers, body });
  if (response.status === 204) return 'nothing';
  if (!response.headers.get('content-type')?.includes('json')) return 'bytes';
  const answer = await response.json();
  return answer.ok ? 'ok' : answer.code;
}

/** A body of the right form, with ids that are there where they help nobody. */
function bodyOf({ body }: Route, mailboxId: string): unknown {
  if (body.kind !== 'json') return { mailboxId, token: toBase64url(noise(32)) };
  const schema = body.schema as Parameters<typeof validInput>[0];
  return fc.sample(validInput(schema, { texts: [newId()], bytes: [], ready: {} }), 1)[0];
}
