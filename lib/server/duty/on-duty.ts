import type { Duty } from '#lib/protocol/duty.ts';
import type { ServerDeps } from '../deps.ts';
import { perServer } from '../per-server.ts';
import type { Actor } from '../sessions/types.ts';
import { roles } from '../sessions/types.ts';
import { type Reachable, readReachable } from './data.ts';
import { dutyState, type OnDuty } from './policy.ts';

/** A laptop that reconnects is still on duty, in ms. */
export const graceMs = 2 * 60_000;

/** Times in ms since 1970; Infinity while a connection says so. */
type Seen = {
  organisationId: string;
  roles: number;
  connections: number;
  hereUntil: number;
  /** The desk is open: it said so over one of these connections. */
  deskUntil: number;
};

type Known = Pick<Actor, 'memberId' | 'organisationId' | 'roles' | 'status'>;

/** Who of each organisation is there: from their own connections, in memory only, and who can be called. */
function createOnDuty(deps: ServerDeps) {
  const people = new Map<string, Seen>();
  const reachable = new Map<string, Promise<Reachable>>();

  function seen({ memberId, organisationId, roles: has, status }: Known): Seen {
    const fresh = { connections: 0, hereUntil: 0, deskUntil: 0 };
    const one = { ...(people.get(memberId) ?? fresh), organisationId };
    // Whoever waits for approval has no role yet.
    const now = { ...one, roles: status === 'active' ? has : 0 };
    people.set(memberId, now);
    return now;
  }

  function reachableOf(organisationId: string): Promise<Reachable> {
    const known = reachable.get(organisationId);
    if (known) return known;
    const read = readReachable(deps.database, organisationId);
    reachable.set(organisationId, read);
    read.catch(() => reachable.delete(organisationId));
    return read;
  }

  function thoseOf(organisationId: string, { until, by }: Reachable): OnDuty {
    const now = deps.now();
    const counsellors = new Set<string>();
    const supervisors = new Set<string>();
    for (const [memberId, one] of people) {
      if (Math.max(one.hereUntil, one.deskUntil) <= now) people.delete(memberId);
      if (one.organisationId !== organisationId) continue;
      if (one.roles & roles.counsellor && one.deskUntil > now) counsellors.add(memberId);
      if (one.roles & roles.supervisor && one.hereUntil > now) supervisors.add(memberId);
    }
    if (by !== null && until !== null && until * 60_000 > now) supervisors.add(by);
    return { counsellors, supervisors };
  }

  return {
    came(actor: Known): void {
      const one = seen(actor);
      one.connections += 1;
      one.hereUntil = Number.POSITIVE_INFINITY;
    },
    atDesk(actor: Known): void {
      const one = seen(actor);
      if (one.connections > 0) one.deskUntil = Number.POSITIVE_INFINITY;
    },
    /** @param ended the server ended it: signed out or suspended, so nobody comes back on it */
    went(actor: Known, ended: boolean): void {
      const one = people.get(actor.memberId);
      if (!one) return;
      one.connections -= 1;
      if (one.connections > 0) return;
      const until = deps.now() + (ended ? 0 : graceMs);
      one.hereUntil = until;
      one.deskUntil = Math.min(one.deskUntil, until);
    },
    setReachable(organisationId: string, call: Reachable): void {
      reachable.set(organisationId, Promise.resolve(call));
    },
    /** Somebody's standing changed: who was reachable may not be a supervisor any more. */
    standingChanged: (organisationId: string): void => void reachable.delete(organisationId),
    async of(organisationId: string): Promise<Duty> {
      const call = await reachableOf(organisationId);
      const isOver = call.until === null || call.until * 60_000 <= deps.now();
      const state = deps.needsDuty ? dutyState(thoseOf(organisationId, call)) : 'open';
      return { state, reachableUntil: isOver ? null : call.until };
    },
  };
}

/** Who is on duty on a running server. */
export const onDutyOf = perServer(createOnDuty);
