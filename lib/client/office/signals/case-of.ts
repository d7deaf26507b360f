import { equalBytes, toHex } from '#lib/crypto/primitives/bytes.ts';
import type { Scope } from '#lib/signals/fields.ts';
import type { HeldSignals } from '#lib/signals/release/case.ts';
import type { Signal } from '#lib/signals/signal.ts';
import type { TeamSession } from '../../team/team-session.ts';
import type { OpenedSignal } from './open-signals.ts';
import { readSignals } from './read-signals.ts';
import { type CaseReview, reviewCase } from './review-case.ts';

/** What an own signal says, where it could be opened. What nobody said makes nothing less rare. */
const saidBy = ({ result, stored, isSynthetic }: OpenedSignal): Signal[] => {
  if (isSynthetic || stored.originId !== null) return [];
  const consent = result.ok ? result.consent : result.early;
  return consent ? [consent.signal] : [];
};

/** What all own signals say: what is rare among them is made less exact. */
export const heldOf = (signals: readonly OpenedSignal[]): HeldSignals => {
  const of = (scope: Scope) => signals.filter((one) => one.scope === scope).flatMap(saidBy);
  return { pattern: of('pattern'), case: of('case') };
};

/** What would leave of a case today; null where nothing may. */
export function caseOf(
  session: TeamSession,
  opened: OpenedSignal,
  held: HeldSignals,
): CaseReview | null {
  if (opened.scope !== 'case' || !opened.result.ok) return null;
  const day = new Date(session.now()).toISOString().slice(0, 10);
  const how = { isDemo: session.view.demo, isSynthetic: opened.isSynthetic, day };
  return reviewCase(opened.result.consent, opened.signature, held, session.settings(), how);
}

/**
 * A case as it is at this moment, read, opened and checked anew: a screen may be hours old.
 * @param contentHash what two people said yes to
 * @returns its keys and review; `stale` when it may not leave any more, or would say something else
 */
export async function caseNow(
  session: TeamSession,
  refHash: Uint8Array,
  contentHash: Uint8Array,
): Promise<
  | { ok: true; review: CaseReview; keys: readonly string[] }
  | { ok: false; code: 'stale' | 'unavailable' }
> {
  const now = await readSignals(session);
  if (now.kind !== 'ready') return { ok: false, code: 'unavailable' };
  const opened = now.signals.find(({ key }) => key === toHex(refHash));
  const review = opened ? caseOf(session, opened, heldOf(now.signals)) : null;
  const isSame = review?.class.ok && equalBytes(review.contentHash, contentHash);
  if (!opened?.result.ok || !review || !isSame) return { ok: false, code: 'stale' };
  const keys = opened.result.consent.recipients.map(({ key }) => key);
  return { ok: true, review, keys };
}
