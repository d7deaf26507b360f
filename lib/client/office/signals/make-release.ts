import { sha256 } from '@noble/hashes/sha2.js';
import { adminCertBytes } from '#lib/crypto/organisation/certificate-admin.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { releaseId } from '#lib/protocol/ids.ts';
import type { ReleaseContent } from '#lib/signals/file/content.ts';
import { packRelease, type ReleaseFiles, releaseFiles } from '#lib/signals/file/pack.ts';
import { activeAdmin } from '../../team/admin.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { caseNow } from './case-of.ts';
import { fileDraws } from './file-draws.ts';
import { patternNow } from './pattern-now.ts';
import type { PatternPlan } from './pattern-pool.ts';

type Made = { ok: true } | { ok: false; code: string };

/** What two people say yes to, and the content that it stands for. */
export type Agreed = { content: ReleaseContent; contentHash: Uint8Array };

/** The exact files that would leave; null without an admin key, or when a string is no code. */
export function filesOf(session: TeamSession, agreed: Agreed): ReleaseFiles | null {
  const admin = activeAdmin(session);
  const { adminSeed, roots } = session.vault();
  const { name, signals } = session.settings();
  if (!admin || !adminSeed) return null;
  const names = [name, ...(signals?.units.map((unit) => unit.name) ?? [])];
  const signer = { adminSeed, adminCert: adminCertBytes(admin), roots };
  const made = releaseFiles(agreed.content, names, signer, fileDraws(agreed.contentHash));
  return made.ok ? made.files : null;
}

/** The encrypted file as an event carries it. */
async function packed(session: TeamSession, agreed: Agreed, keys: readonly string[]) {
  const files = filesOf(session, agreed);
  if (!files) return null;
  const file = await packRelease(files, agreed.content.day, keys);
  return {
    releaseId: releaseId.parse(toHex(session.random(16))),
    contentHash: Uint8Array.from(agreed.contentHash),
    fileHash: Uint8Array.from(sha256(file)),
    file: Uint8Array.from(file),
  };
}

type Packed = NonNullable<Awaited<ReturnType<typeof packed>>>;

/**
 * Files whose answer got lost. The same bytes go again, so that a release is answered once and made once; on the same
 * day alone, for on another one an agreement or a consent may be over.
 */
const unanswered = new WeakMap<TeamSession, Map<string, { day: number; made: Packed }>>();

async function send(
  session: TeamSession,
  contentHash: Uint8Array,
  pack: () => Promise<{ ok: true; made: Packed | null } | { ok: false; code: string }>,
  ask: (made: Packed) => Promise<Made>,
): Promise<Made> {
  const waiting = unanswered.get(session) ?? new Map<string, { day: number; made: Packed }>();
  unanswered.set(session, waiting);
  const key = toHex(contentHash);
  const day = dayOf(session.now());
  const before = waiting.get(key);
  const fresh = before?.day === day ? { ok: true as const, made: before.made } : await pack();
  if (!fresh.ok) return fresh;
  if (!fresh.made) return { ok: false, code: 'not_allowed' };
  waiting.set(key, { day, made: fresh.made });
  const answer = await ask(fresh.made);
  if (answer.ok || answer.code !== 'unavailable') waiting.delete(key);
  return answer;
}

/**
 * Packs a case for its units and lets it leave, after it was read and checked once more; the server refuses
 * without two people's yes.
 */
export const releaseCase = (
  session: TeamSession,
  refHash: Uint8Array,
  contentHash: Uint8Array,
): Promise<Made> =>
  send(
    session,
    contentHash,
    async () => {
      const now = await caseNow(session, refHash, contentHash);
      return now.ok ? { ok: true, made: await packed(session, now.review, now.keys) } : now;
    },
    (made) =>
      session.portal.request('release:make', { refHash: Uint8Array.from(refHash), ...made }),
  );

/**
 * Packs the pattern of a quarter and lets it leave, after it was read and counted once more; the server refuses
 * without two people's yes.
 */
export const releaseQuarter = (session: TeamSession, plan: PatternPlan): Promise<Made> =>
  send(
    session,
    plan.contentHash,
    async () => {
      const now = await patternNow(session, plan);
      return now.ok ? { ok: true, made: await packed(session, now.plan, now.plan.keys) } : now;
    },
    (made) => session.portal.request('pattern:release', { quarter: plan.quarter, ...made }),
  );
