import type { Code } from '#lib/protocol/codes.ts';
import { codes } from '#lib/protocol/codes.ts';
import { features } from '../features.ts';
import { helpTable } from '../realtime/help-table.ts';
import { teamTable } from '../realtime/team-table.ts';

/**
 * Not to be reached by what anybody sends; what needs 200 people, and what needs hours or a duty that this house does
 * not have, have tests of their own.
 */
const unreached: readonly Code[] = ['unavailable', 'full', 'not_open', 'nobody_on_duty'];

/** Events whose yes needs what no stranger and no chance comes by; the quiet chats get theirs. */
const yesIsQuiet = [
  // Work is asked of whoever starts among many, so hardly anybody waits whom a stranger's shot could take.
  'conversation:take',
  'conversation:rewrap',
  'conversation:margin',
  'conversation:send',
  'conversation:confirm',
  'conversation:end',
  'conversation:close',
  'signal:store',
  'supervisor:call',
  // Of a chat that was answered only.
  'consent:register',
];

/** Needs two supervisors who looked at the same: `lib/server/releases` has tests of its own. */
const needsTwo = [
  ...['signals:approve', 'release:make', 'release:read'],
  ...['desk:read', 'signal:forward', 'pattern:approve', 'pattern:release'],
];

/** Routes that are only ever asked with a link or a password that nobody hostile has. */
const noYes = [
  ...['POST /api/set-up', 'POST /api/sign-in', 'POST /api/session'],
  ...['POST /api/renew', 'POST /api/approval'],
];

/**
 * Branches that a hunt of some length must have reached; the lists come from the tables, so that a new
 * event or route that nothing reaches fails here.
 * @returns those that it did not reach
 */
export function unreachedBranches(reached: Readonly<Record<string, number>>): string[] {
  const branches = Object.keys(reached);
  const events = [...named('/help', helpTable), ...named('/team', teamTable)];
  const wanted = events.flatMap(([namespace, event]) => {
    const yes = yesIsQuiet.includes(event) ? `life ${event} ok` : `${namespace} ${event} ok`;
    const malformed = `${namespace} ${event} malformed`;
    return needsTwo.includes(event) ? [malformed] : [yes, malformed];
  });
  const routes = features.flatMap((feature) => feature.routes);
  for (const { method, path, body } of routes) {
    const name = `${method} ${path}`;
    wanted.push(path === '/left' ? `${name} 204` : `${name} 200`);
    if (body.kind !== 'json') continue;
    wanted.push(`${name} malformed`);
    if (!noYes.includes(name)) wanted.push(`${name} ok`);
  }
  for (const code of codes) {
    if (unreached.includes(code)) continue;
    if (!branches.some((branch) => branch.endsWith(` ${code}`))) wanted.push(`any ${code}`);
  }
  wanted.push('/help closed', 'websocket 101', 'address 404', 'bystander unharmed');
  return wanted.filter((branch) => !branches.includes(branch));
}

const named = (namespace: string, table: object): [string, string][] =>
  Object.keys(table).map((event) => [namespace, event]);
