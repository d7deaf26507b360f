import type { Database } from '../db/database.ts';
import type { TestHouse } from './test-house.ts';

/** The next call of this kind fails, as when a connection breaks; what runs in a transaction does not. */
export function failOnce(house: TestHouse, model: 'mailbox' | 'frame', method: string): void {
  breakOnce(house, (real, key, mended) => {
    if (key !== model) return undefined;
    const fail = () => {
      mended();
      return Promise.reject(new Error('the connection broke'));
    };
    const get = (of: object, name: PropertyKey) => (name === method ? fail : Reflect.get(of, name));
    return new Proxy(real[model], { get });
  });
}

/** The next transaction is committed, and whoever asked for it never learns so. */
export function loseCommit(house: TestHouse): void {
  breakOnce(house, (real, key, mended) => {
    if (key !== '$transaction') return undefined;
    return async (...all: Parameters<Database['$transaction']>) => {
      mended();
      await real.$transaction(...all);
      throw new Error('the connection broke behind the commit');
    };
  });
}

type Part = (real: Database, key: PropertyKey, mended: () => void) => unknown;

/** Until it has failed, handlers are given a database in which one part is another. */
function breakOnce(house: TestHouse, part: Part): void {
  const real = house.deps.database;
  const put = (database: Database) => void Object.assign(house.deps, { database });
  const get = (of: Database, key: PropertyKey) =>
    part(real, key, () => put(real)) ?? Reflect.get(of, key);
  put(new Proxy(real, { get }));
}
