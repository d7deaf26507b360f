import { toHex } from '../primitives/bytes.ts';
import type { TeamEpoch } from './certificate-team-epoch.ts';
import type { Directory } from './directory-state.ts';

/**
 * The epoch to use at this hour: of those whose window holds it, the one with the highest number.
 * An emergency key is simply the next number (reading 29), so it wins over what it replaces.
 * Epochs of a signer who was revoked since are left out.
 * @param nowHour hours since 1970; no clock tolerance, this is for those who publish
 * @returns null when there is none: the organisation is closed
 */
export function currentEpoch(
  d: Directory,
  epochs: readonly TeamEpoch[],
  nowHour: number,
): TeamEpoch | null {
  const usable = epochs.filter(
    (epoch) =>
      epoch.notBefore <= nowHour &&
      nowHour < epoch.notAfter &&
      !d.revokedDevices.has(toHex(epoch.signerDevice)),
  );
  return usable.at(-1) ?? null;
}

/** The team epochs of a team, oldest first. @param teamId 16 bytes */
export const teamEpochsOf = (d: Directory, teamId: Uint8Array): readonly TeamEpoch[] =>
  d.teamEpochs.get(toHex(teamId)) ?? [];

/** The release epochs of a team, oldest first. @param teamId 16 bytes */
export const releaseEpochsOf = (d: Directory, teamId: Uint8Array): readonly TeamEpoch[] =>
  d.releaseEpochs.get(toHex(teamId)) ?? [];
