import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { quarterOf } from '#lib/signals/consent-terms.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';
import { syntheticPool } from '#lib/signals/synthetic.ts';
import type { TeamSession } from '../../team/team-session.ts';
import type { OpenedSignal } from './open-signals.ts';

export const now = Date.UTC(2026, 10, 28);
export const unit = { name: 'Police', country: 'NL', key: 'age1', agreementUntilDay: 30_000 };
const settings = { ...DEFAULT_SIGNAL_SETTINGS, k: 5 };

/** A supervisor's session on this day, with these units. */
export const sessionWith = (units: readonly (typeof unit)[], today = now) =>
  ({
    view: { demo: false },
    now: () => today,
    vault: () => ({ roots: { orgId: new Uint8Array(16) } }),
    settings: () => ({ name: 'Demo', signals: { units, desk: null, settings } }),
  }) as unknown as TeamSession;

/** Signals that were opened and checked: all of one quarter that may leave, all agreed to these units. */
export const opened = (count: number, units = [unit]): OpenedSignal[] => {
  const day = dayOf(now) - 92;
  return syntheticPool(count, 7).map(({ signal, organisation, counsellor }, i) => {
    const refHash = new Uint8Array(32).fill(i + 1);
    const signature = new Uint8Array(64).fill(i + 1);
    const recipients = units.map(({ name, key }) => ({ name, key }));
    const consent = { signal, body: { day }, recipients };
    return {
      ...{ scope: 'pattern', key: toHex(refHash), signature, isSynthetic: true, counsellor },
      stored: { refHash, originId: organisation },
      result: { ok: true, consent },
    } as unknown as OpenedSignal;
  });
};

/** The quarter that all of them are of. */
export const quarter = quarterOf(dayOf(now) - 92);
