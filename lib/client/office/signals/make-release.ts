import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '#lib/crypto/bytes.ts';
import { adminCertBytes } from '#lib/crypto/certificate-admin.ts';
import { releaseId } from '#lib/protocol/ids.ts';
import type { CheckedConsent } from '#lib/signals/consent-check.ts';
import type { ReleaseContent } from '#lib/signals/file/content.ts';
import { packRelease, type ReleaseFiles, releaseFiles } from '#lib/signals/file/pack.ts';
import { activeAdmin } from '../../team/admin.ts';
import type { TeamSession } from '../../team/team-session.ts';
import type { PatternPlan } from './pattern-pool.ts';
import type { CaseReview } from './review-case.ts';

type Made = { ok: true } | { ok: false; code: string };

/** The exact files that would leave; null without an admin key, or when a string is no code. */
export function filesOf(session: TeamSession, content: ReleaseContent): ReleaseFiles | null {
  const admin = activeAdmin(session);
  const { adminSeed, roots } = session.vault();
  const { name, signals } = session.settings();
  if (!admin || !adminSeed) return null;
  const names = [name, ...(signals?.units.map((unit) => unit.name) ?? [])];
  const signer = { adminSeed, adminCert: adminCertBytes(admin), roots };
  const made = releaseFiles(content, names, signer, session.random);
  return made.ok ? made.files : null;
}

/** Packs a case for its units and lets it leave; the server refuses without two people's yes. */
export async function releaseCase(
  session: TeamSession,
  refHash: Uint8Array,
  consent: CheckedConsent,
  review: CaseReview,
): Promise<Made> {
  const files = filesOf(session, review.content);
  if (!files) return { ok: false, code: 'not_allowed' };
  const keys = consent.recipients.map(({ key }) => key);
  const answer = await session.portal.request('release:make', {
    refHash: Uint8Array.from(refHash),
    contentHash: Uint8Array.from(review.contentHash),
    ...(await packed(session, files, review.content, keys)),
  });
  return answer.ok ? { ok: true } : answer;
}

/** The encrypted file as an event carries it. */
async function packed(
  session: TeamSession,
  files: ReleaseFiles,
  { day }: ReleaseContent,
  keys: readonly string[],
) {
  const file = await packRelease(files, day, keys);
  return {
    releaseId: releaseId.parse(toHex(session.random(16))),
    fileHash: Uint8Array.from(sha256(file)),
    file: Uint8Array.from(file),
  };
}

/** Packs the pattern of a quarter and lets it leave; the server refuses without two people's yes. */
export async function releaseQuarter(session: TeamSession, plan: PatternPlan): Promise<Made> {
  const files = filesOf(session, plan.content);
  if (!files) return { ok: false, code: 'not_allowed' };
  const { quarter, contentHash, content, keys } = plan;
  const answer = await session.portal.request('pattern:release', {
    ...{ quarter, contentHash: Uint8Array.from(contentHash) },
    ...(await packed(session, files, content, keys)),
  });
  return answer.ok ? { ok: true } : answer;
}
