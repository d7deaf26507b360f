import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equalBytes, toHex, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { canonicalJson, type Json } from '#lib/crypto/primitives/canonical-json.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { MOST_REFERENCES } from '#lib/protocol/signal-fields.ts';
import type { PoliceUnit } from '#lib/protocol/signal-terms.ts';
import type { ApprovalView, ReleaseView } from '#lib/protocol/team/release-events.ts';
import type { CheckedConsent } from '#lib/signals/consent-check.ts';
import { patternReleaseDay, quarterOf } from '#lib/signals/consent-terms.ts';
import type { ReleaseContent } from '#lib/signals/file/content.ts';
import { type PatternRelease, roundingOf } from '#lib/signals/release/pattern.ts';
import type { PoolSignal } from '#lib/signals/release/pool.ts';
import type { TeamSession } from '../../team/team-session.ts';
import type { OpenedSignal } from './open-signals.ts';
import type { Groups } from './same-people.ts';

/** A checked signal that may leave today with the pattern of its quarter, or of a later one. */
export type Due = {
  /** of the signal */
  key: string;
  /** By which supervisors speak of it: its place among all that are due, in the order of the server. */
  number: number;
  refHash: Uint8Array;
  signature: Uint8Array;
  quarter: string;
  isSynthetic: boolean;
  consent: CheckedConsent;
  counted: PoolSignal;
};

/** All that may be counted for one quarter: its own signals, and those that earlier ones carried over. */
export type Pool = { quarter: string; due: readonly Due[] };

/** What two people say yes to, ready to be packed. */
export type PatternPlan = {
  quarter: string;
  content: ReleaseContent;
  keys: readonly string[];
  contentHash: Uint8Array;
  pool: Uint8Array;
  placed: Uint8Array;
  /** What this supervisor joined of it: part of what two people say alike, and of nothing that leaves. */
  joined: Groups;
};

/** Groups as supervisors read them: by the numbers of their signals, without those that are not counted. */
export const numbered = ({ due }: Pool, groups: Groups): readonly (readonly Due[])[] =>
  groups
    .map((group) => due.filter(({ key }) => group.includes(key)))
    .filter(({ length }) => length > 1)
    .sort(([a], [b]) => (a?.number ?? 0) - (b?.number ?? 0));

/** More references than one event carries. */
export const isTooLarge = ({ due }: Pool): boolean => due.length > MOST_REFERENCES;

const isRefused = ({ result }: OpenedSignal): boolean => !result.ok && result.early === null;

/** Pattern signals that stand in no row of their own: they wait in the row of their quarter. */
export const isCounted = (signal: OpenedSignal): boolean =>
  signal.scope === 'pattern' && !isRefused(signal);

type GroupOf = (key: string) => string;

function dueOf(
  session: TeamSession,
  opened: OpenedSignal,
  groupOf: GroupOf,
): Omit<Due, 'number'>[] {
  const { stored, signature, isSynthetic, counsellor, result, key } = opened;
  if (opened.scope !== 'pattern' || !result.ok) return [];
  const { consent } = result;
  const organisation = stored.originId ?? toHex(session.vault().roots.orgId);
  const counted = { signal: consent.signal, organisation, counsellor, group: groupOf(key) };
  const quarter = quarterOf(consent.body.day);
  return [{ key, refHash: stored.refHash, signature, quarter, isSynthetic, consent, counted }];
}

/**
 * One pool for each quarter that has signals and has not left; earlier quarters are in later ones.
 * @param groupOf the group of a signal, see `same-people.ts`
 */
export function poolsOf(
  session: TeamSession,
  signals: readonly OpenedSignal[],
  releases: readonly ReleaseView[],
  groupOf: GroupOf,
): Pool[] {
  const today = dayOf(session.now());
  const due = signals
    .flatMap((one) => dueOf(session, one, groupOf))
    .map((one, i): Due => ({ ...one, number: i + 1 }));
  const own = new Set(due.map(({ quarter }) => quarter));
  // What was carried over waits for the next quarter that is over, even where that has none of its own.
  const newest = quarterOf(today - 92);
  if (due.length > 0 && patternReleaseDay(newest) <= today) own.add(newest);
  const left = new Set(releases.map(({ quarter }) => quarter));
  return [...own]
    .filter((quarter) => !left.has(quarter))
    .sort()
    .map((quarter) => ({ quarter, due: due.filter((one) => one.quarter <= quarter) }));
}

/** Units that every person of this pool agreed to, by an agreement that is valid today. */
function recipientsOf(session: TeamSession, due: readonly Due[]): readonly PoliceUnit[] {
  const units = session.settings().signals?.units ?? [];
  const today = dayOf(session.now());
  return units.filter(
    (unit) =>
      unit.agreementUntilDay >= today &&
      due.every(({ consent }) =>
        consent.recipients.some(({ name, key }) => name === unit.name && key === unit.key),
      ),
  );
}

const byBytes = (a: Uint8Array, b: Uint8Array): number => (toHex(a) < toHex(b) ? -1 : 1);

/** Signals that somebody joined as about the same people: what two supervisors must say alike. */
function joinedIn(due: readonly Due[]): Groups {
  const groups = new Map<string, string[]>();
  for (const { counted, key } of due)
    groups.set(counted.group, [...(groups.get(counted.group) ?? []), key].sort());
  return [...groups.values()].filter(({ length }) => length > 1).sort();
}

/**
 * The content of a pattern release with the hash that two people say yes to: HMAC-SHA-256 under the signatures of
 * all consents that were counted, which stand inside the seals alone. Whoever takes back changes it,
 * and so does who says that signals are about the same people.
 * @param placed indexes into the pool that was computed
 * @returns null where there is nobody whom all agreed to, or nothing to send
 */
export function planOf(
  session: TeamSession,
  { quarter, due }: Pool,
  release: Extract<PatternRelease, { ok: true }>,
): PatternPlan | null {
  const { name, signals } = session.settings();
  const units = recipientsOf(session, due);
  if (!signals || units.length === 0) return null;
  const { k } = signals.settings;
  const { clusters, placed } = release;
  const content: ReleaseContent = {
    kind: 'pattern',
    organisation: name,
    recipients: units.map((unit) => unit.name),
    day: new Date(session.now()).toISOString().slice(0, 10),
    countedWith: quarter,
    rules: { k, rounding: roundingOf(k) },
    // Exact, it would undo the rounding of the last cluster.
    consents: clusters.reduce((sum, { count }) => sum + count, 0),
    clusters,
    ...(session.view.demo || due.some((one) => one.isSynthetic) ? { synthetic: true } : {}),
  };
  const { day: _day, ...lasting } = content;
  const key = sha256(concat(...due.map(({ signature }) => signature).sort(byBytes)));
  const joined = joinedIn(due);
  const approved = { ...lasting, same_people: joined };
  const bytesOf = (some: readonly Due[]) =>
    Uint8Array.from(concat(...some.map(({ refHash }) => refHash).sort(byBytes)));
  return {
    ...{ quarter, content, keys: units.map((unit) => unit.key) },
    contentHash: Uint8Array.from(
      hmac(sha256, key, utf8(canonicalJson(approved as unknown as Json))),
    ),
    pool: bytesOf(due),
    placed: bytesOf(due.filter((_, i) => placed.has(i))),
    joined,
  };
}

/** Who said yes to exactly this. */
export const approvalsOfPattern = <One extends ApprovalView>(
  patterns: readonly { quarter: string; approvals: readonly One[] }[],
  { quarter, contentHash }: PatternPlan,
): readonly One[] =>
  patterns
    .find((one) => one.quarter === quarter)
    ?.approvals.filter((one) => equalBytes(one.contentHash, contentHash)) ?? [];
