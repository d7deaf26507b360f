import { systemFirefox } from '../firefox.ts';
import { provideAge } from './age.ts';
import { providePostgres } from './postgres.ts';

/** What a test that was skipped lacked. */
export type Lack = 'postgres' | 'age' | 'standards' | 'firefox' | 'unknown';

/** A test that was not run, and why. */
export type Skipped = { title: string; lack: Lack };

const reasons: Record<Lack, string> = {
  postgres: 'no PostgreSQL server on this machine',
  age: 'no age on this machine',
  standards: 'STANDARDS_DIR is not set',
  firefox: 'no Firefox on this machine',
  unknown: 'for no reason that this runner knows',
};

const isHere: Record<Lack, () => boolean> = {
  postgres: providePostgres,
  age: provideAge,
  standards: () => process.env.STANDARDS_DIR !== undefined,
  firefox: () => systemFirefox() !== undefined,
  unknown: () => true,
};

/** What a unit test lacks, by its title: the tests name it there. */
export function lackOf(title: string): Lack {
  if (title.includes('(PostgreSQL)')) return 'postgres';
  if (title.includes('the age of Debian')) return 'age';
  return process.env.STANDARDS_DIR === undefined ? 'standards' : 'unknown';
}

/** One line a skipped test, with its reason. */
export const skipLine = ({ title, lack }: Skipped): string => `  ${title}: ${reasons[lack]}`;

/** Those that this machine could have run: what they are said to lack is there. */
export const unexcused = (skipped: readonly Skipped[]): Skipped[] =>
  skipped.filter(({ lack }) => isHere[lack]());
