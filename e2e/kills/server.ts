import { run } from '#lib/server/run.ts';

// The server of `npm run demo` on a folder that was filled before: what it does at each start for the
// demo's people (new certificates, new epochs) takes ten seconds, and nothing here depends on it.
const server = await run('demo');
server.ready([]);
