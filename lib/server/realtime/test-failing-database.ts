import type { PoolClient } from 'pg';
import { poolOf } from '../db/database.ts';
import type { TestHouse } from './test-house.ts';

// biome-ignore lint/suspicious/noExplicitAny: any call of the client may be the one that fails
type Calls = Record<string, (...all: any[]) => Promise<unknown>>;

/** The next call of this kind fails, as when a connection breaks; what runs in a transaction does not. */
export function failOnce(house: TestHouse, model: 'mailbox' | 'frame', method: string): void {
  const broken = () => Promise.reject(new Error('the connection broke'));
  replaceOnce(house.deps.database[model] as unknown as Calls, method, () => broken);
}

/** The next transaction is committed, and whoever asked for it never learns so. */
export function loseCommit(house: TestHouse): void {
  replaceOnce(house.deps.database as unknown as Calls, '$transaction', (real) => async (...all) => {
    await real(...all);
    throw new Error('the connection broke behind the commit');
  });
}

/** The same for the next group of writes, which goes past the client. */
export function loseGroup(house: TestHouse): void {
  const pool = poolOf(house.deps.database);
  const breaks = (held: PoolClient) => {
    const real = held.query;
    // biome-ignore lint/suspicious/noExplicitAny: with a callback or without, as it is asked
    held.query = async (...all: any[]) => {
      const answer = await Reflect.apply(real, held, all);
      if (all[0]?.text !== 'COMMIT') return answer;
      held.query = real;
      pool.off('acquire', breaks);
      throw new Error('the connection broke behind the commit');
    };
  };
  pool.on('acquire', breaks);
}

/** The next transaction is refused, as by a full disk. @param nth another one than the next */
export function refuseOnce(house: TestHouse, nth = 1): void {
  const broken = () => Promise.reject(new Error('nothing can be written'));
  const calls = house.deps.database as unknown as Calls;
  replaceOnce(calls, '$transaction', (real) => {
    if (nth === 1) return broken;
    refuseOnce(house, nth - 1);
    return real;
  });
}

type Call = Calls[string];

/** The next call is another one; those after it are as they were. */
function replaceOnce(calls: Calls, name: string, other: (real: Call) => Call): void {
  const real = calls[name];
  if (real === undefined) throw new Error(`nothing is called ${name}`);
  calls[name] = (...all) => {
    calls[name] = real;
    return other(real.bind(calls) as Call)(...all);
  };
}
