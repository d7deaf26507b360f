import { spawnSync } from 'node:child_process';
import { provide } from './debian.ts';

/** Whether Debian's `age` is here: it must open what we pack. */
export const provideAge = (): boolean =>
  provide('age', () => !spawnSync('age', ['--version']).error);
