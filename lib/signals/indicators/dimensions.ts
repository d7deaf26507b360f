import { DIMENSIONS } from '../code-lists.ts';
import { dependsOnKind, type Signal } from '../signal.ts';
import {
  type Dimension,
  INDICATORS,
  type Indicator,
  type Weight,
} from './operational-indicators.ts';

const CHILD: readonly string[] = ['under12', '12-15', '16-17', 'minor'];
const ADULT: readonly string[] = ['18-23', '24-29', '30-47', '48plus', 'adult'];

/** The rule of the ILO: two strong; one strong and one more; three medium; two medium and one weak. */
export function isPositive(weights: readonly Weight[]): boolean {
  const count = (weight: Weight) => weights.filter((one) => one === weight).length;
  const [strong, medium, weak] = [count('S'), count('M'), count('W')];
  if (strong >= 2 || (strong === 1 && medium + weak >= 1)) return true;
  return medium >= 3 || (medium === 2 && weak >= 1);
}

const weightsOf = (ticked: readonly Indicator[], dimension: Dimension, who: 'adult' | 'child') =>
  ticked.filter((one) => one.dimension === dimension).map((one) => one[who]);

/**
 * Which of the six dimensions are positive. Of somebody whose age is not known only what is so by both lists.
 * @param ticked positions in `INDICATORS`
 */
export function positiveDimensions(
  ticked: readonly number[],
  ageBand: string | undefined,
): boolean[] {
  const said = INDICATORS.filter((_, i) => ticked.includes(i));
  const lists: ('adult' | 'child')[] = CHILD.includes(ageBand ?? '')
    ? ['child']
    : ADULT.includes(ageBand ?? '')
      ? ['adult']
      : ['adult', 'child'];
  return DIMENSIONS.map((dimension) =>
    lists.every((who) => isPositive(weightsOf(said, dimension, who))),
  );
}

/**
 * A signal with what its indicators make: for labour exploitation, where weights exist, and once one is ticked; for
 * any other kind nothing is computed and nothing leaves.
 */
export function withIndicators(signal: Signal, ticked: readonly number[]): Signal {
  const { indicators: _before, ...rest } = signal;
  if (ticked.length === 0 || !dependsOnKind(signal.exploitation).indicators) return rest;
  return { ...rest, indicators: positiveDimensions(ticked, signal.age_band) };
}
