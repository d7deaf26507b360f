import type { ShownNumber } from '#messages/content/shown-numbers.ts';

/**
 * What a screen reader says of a number, which never stands alone: the service before it; where the number is the
 * service's name, what it is for.
 */
export const numberLabel = ({ name, purpose }: ShownNumber, shown: string): string =>
  name === shown ? `${shown}: ${purpose}` : `${name}: ${shown}`;
