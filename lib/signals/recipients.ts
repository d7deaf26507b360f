import type { PoliceUnit } from '#lib/protocol/signal-terms.ts';
import type { SignalProposal } from './card-messages.ts';

/** Units whose signed agreement is valid on this day (days since 1970). */
export const unitsOn = (units: readonly PoliceUnit[], day: number): readonly PoliceUnit[] =>
  units.filter(({ agreementUntilDay }) => agreementUntilDay >= day);

/**
 * Whether everybody who would receive it is a unit that the organisation signed, under that name, with that
 * key, by an agreement that is valid today: a card names nobody else.
 * @param day days since 1970
 */
export function recipientsAreSigned(
  recipients: SignalProposal['recipients'],
  units: readonly PoliceUnit[],
  day: number,
): boolean {
  const valid = unitsOn(units, day);
  return (
    recipients.length > 0 &&
    recipients.every(({ name, key }) => valid.some((one) => one.name === name && one.key === key))
  );
}
