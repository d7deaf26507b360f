import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForFolderLock } from '../folder-lock.ts';

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
const schemaFile = join(projectFolder, 'prisma/schema.prisma');
const generatedFolder = join(projectFolder, 'prisma/generated');
const stampFile = join(generatedFolder, '.made-from');

/**
 * Makes `prisma/generated` from the schema when it is not there or is of another schema. Must have
 * run before anything imports `database.ts`.
 * @param onStart called when there is work to do (2 s).
 * @throws with Prisma's words when the schema has a mistake.
 */
export async function generateClient(onStart: () => void): Promise<void> {
  if (isUpToDate()) return;
  const lock = await waitForFolderLock(generatedFolder, () => undefined);
  try {
    if (isUpToDate()) return;
    onStart();
    await runGenerator();
    writeFileSync(stampFile, stamp());
  } finally {
    await lock.release();
  }
}

function isUpToDate(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}

function stamp(): string {
  const { version } = createRequire(import.meta.url)('prisma/package.json');
  return createHash('sha256').update(readFileSync(schemaFile)).update(version).digest('hex');
}

function runGenerator(): Promise<void> {
  const packageFile = createRequire(import.meta.url).resolve('prisma/package.json');
  const program = join(dirname(packageFile), 'build/index.js');
  const child = spawn(process.execPath, [program, 'generate', '--schema', schemaFile], {
    cwd: projectFolder,
    // Prisma downloads an engine unless it is told of one; `generate` never runs it.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let problem = '';
  child.stderr.on('data', (chunk) => {
    problem += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The database client could not be made:\n${problem}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateClient(() => undefined);
