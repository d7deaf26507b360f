import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateClient } from './db/generate-client.ts';
import { readEnv } from './env.ts';
import { takeFolderLock } from './folder-lock.ts';
import { eraseFreed } from './retention/erase.ts';

// `npx tsx lib/server/erase-now.ts` does at once what the server does at the next quiet minute: before a
// disk is handed over, or a folder is copied. With the embedded database the server must be stopped.

async function main(): Promise<string> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const environment = readEnv(process.env);
  if (!environment.ok) return 'The environment is not as .env.example says.';
  const { dataDir, databaseUrl } = environment.env;
  const folder = resolve(dataDir);
  if (databaseUrl === null && !existsSync(join(folder, 'database'))) {
    return `There is no database in ${folder}.`;
  }
  const lock = databaseUrl === null ? await takeFolderLock(folder) : { release: () => undefined };
  if (lock === null) return `A server runs on ${folder}: stop it first.`;
  try {
    await generateClient(() => undefined);
    const { openDatabase } = await import('./db/open-database.ts');
    const opened = await openDatabase(
      databaseUrl === null
        ? { kind: 'embedded', dataDir: folder, durable: true, templates: folder }
        : { kind: 'postgres', url: databaseUrl },
    );
    await eraseFreed(opened.database);
    await opened.close();
    return '';
  } finally {
    await lock.release();
  }
}

const problem = await main();
process.stdout.write(`${problem === '' ? 'What was deleted is off the disk.' : problem}\n`);
process.exitCode = problem === '' ? 0 : 1;
