import { openForDesk, openRelease } from '#lib/crypto/consent/consent-release.ts';
import { equalBytes, fromHex } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import type { StoredSignal } from '#lib/protocol/team/signal-events.ts';
import { orNull } from '../../desk/or-null.ts';
import type { TeamSession } from '../../team/team-session.ts';

/** Takes a seal off: an own one, or one that another organisation passed on to us. */
export function unsealed(session: TeamSession, stored: StoredSignal, seed: Uint8Array) {
  const { epoch, refHash, blob, originId } = stored;
  const { orgId } = session.vault().roots;
  if (originId === null) {
    const opened = orNull(() => openRelease(seed, { orgId, teamId: orgId, epoch, refHash }, blob));
    return opened && { ...opened, mark: null };
  }
  const subject = { orgId: fromHex(originId), teamId: orgId, epoch, refHash };
  return orNull(() => openForDesk(seed, subject, blob));
}

/**
 * Whether the consent inside a seal is the one that the person's own connection registered. The server sees only
 * what a counsellor's desk says of it, and a desk may say of one consent and seal another.
 */
export const isRegistered = (
  body: Uint8Array,
  { bodyHash }: Pick<StoredSignal, 'bodyHash'>,
): boolean => bodyHash !== null && equalBytes(h32(body), bodyHash);
