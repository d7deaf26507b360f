import type { Organisation } from './organisation.ts';

/** Certificates bear a clock that is a day off (`lib/crypto/primitives/time-units.ts`); a nearer date is not why they fail. In ms. */
const FAR_MS = 20 * 3_600_000;

/**
 * Whether a device can use nobody because its date is wrong, so that the page says this and not "closed". What
 * the server says of the time decides about this sentence alone: no certificate is ever held against it.
 * @param servedAt ms since 1970, as the server says; NaN when it does not
 * @param now ms since 1970, as the device says
 */
export const isWrongDate = (
  servedAt: number,
  now: number,
  organisations: readonly Pick<Organisation, 'team'>[],
): boolean => Math.abs(now - servedAt) > FAR_MS && organisations.every(({ team }) => team === null);
