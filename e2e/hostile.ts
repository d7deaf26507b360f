import { parseArgs } from 'node:util';
import { generateClient } from '#lib/server/db/generate-client.ts';
import { findPostgres, startPostgres } from '#lib/server/db/test-postgres.ts';

// The hunt of `lib/server/hostile` at any length: `npm run hostile -- --events 1000000`. The last line is
// one JSON object; the exit code is 1 when something happened that must not.

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    database: { type: 'string', default: 'embedded' },
  },
});
await generateClient(() => undefined);
const { hunt } = await import('#lib/server/hostile/test-hunt.ts');
const bin = values.database === 'postgres' ? findPostgres() : null;
if (values.database === 'postgres' && bin === null) throw new Error('no PostgreSQL is installed');
const postgres = bin === null ? null : await startPostgres(bin);
const databaseUrl = (await postgres?.createDatabase()) ?? null;
const [events, seed] = [Number(values.events), Number(values.seed)];
const report = await hunt({ events, seed, databaseUrl });
await postgres?.stop();
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.violations.length > 0 ? 1 : 0;
