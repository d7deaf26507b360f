import { wipe } from '../primitives/bytes.ts';

/**
 * Overwrites every byte string inside a session (or any plain value): for "Delete everything"
 * and the quick exit. All sessions that share bytes with it die too, older ones included.
 */
export function wipeDeep(value: unknown): void {
  if (value instanceof Uint8Array) wipe(value);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(wipeDeep);
}
