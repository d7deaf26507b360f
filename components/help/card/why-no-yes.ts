import type { ConsentLine } from '#lib/client/person/consent-line.ts';
import type { Scope } from '#lib/signals/fields.ts';
import { caseObstacles } from '#lib/signals/may-propose.ts';
import { missingToCount } from '#lib/signals/release/ladder.ts';
import { filledFields, type Signal } from '#lib/signals/signal.ts';

/**
 * Why a card as it stands cannot be agreed to, by the key of its sentence; null when it can. A yes that nothing would
 * come of is not asked for.
 */
export function whyNoYes(scope: Scope, signal: Signal, other: ReturnType<ConsentLine['other']>) {
  if (filledFields(signal).length === 0) return 'nothingLeft';
  if (scope === 'case' && caseObstacles(signal).length > 0) return 'notAlone';
  const missing = scope === 'pattern' ? missingToCount(signal) : null;
  if (missing) return `notCounted.${missing}` as const;
  return other === 'none' ? null : (`other.${other}` as const);
}
