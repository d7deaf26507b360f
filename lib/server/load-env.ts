import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EnvResult, readEnv } from './env.ts';

/** Reads `.env` of the folder one stands in, else of the project, and then the environment, which wins. */
export function loadEnv(projectFolder: string): EnvResult {
  const found = ['.env', join(projectFolder, '.env')].find((file) => existsSync(file));
  if (found !== undefined) process.loadEnvFile(found);
  return readEnv(process.env);
}
