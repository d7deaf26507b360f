import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import { teamEpochsOf } from '#lib/crypto/organisation/directory-queries.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { epochsCoveredUntil } from './epoch-plan.ts';

/**
 * What a person must know. `epoch_missing`: a published team key whose seed was never given to this
 * member, or does not fit (remark 42). `certificate_ends`, `epochs_end`: two days left, or less.
 */
export type TeamWarning =
  | { kind: 'epoch_missing'; epochs: readonly number[] }
  | { kind: 'certificate_ends'; daysLeft: number }
  | { kind: 'epochs_end'; daysLeft: number };

const WARN_DAYS = 2;

/** What is wrong with the keys of this member and team. @param nowHour hours since 1970 */
export function teamWarnings(
  vault: VaultContent,
  directory: Directory,
  nowHour: number,
): readonly TeamWarning[] {
  const warnings: TeamWarning[] = [];
  const missing = missingEpochs(vault, directory, nowHour);
  if (missing.length > 0) warnings.push({ kind: 'epoch_missing', epochs: missing });
  const certificate = directory.devices.get(toHex(vault.counsellor.deviceId));
  const today = Math.floor(nowHour / 24);
  if (certificate && certificate.notAfter - today <= WARN_DAYS) {
    warnings.push({
      kind: 'certificate_ends',
      daysLeft: Math.max(0, certificate.notAfter - today),
    });
  }
  const hoursLeft = epochsCoveredUntil(directory, nowHour) - nowHour;
  if (hoursLeft <= WARN_DAYS * 24) {
    warnings.push({ kind: 'epochs_end', daysLeft: Math.max(0, Math.floor(hoursLeft / 24)) });
  }
  return warnings;
}

/** Epochs that people may be writing to now or later, and whose seed is not in the vault. */
export function missingEpochs(
  vault: VaultContent,
  directory: Directory,
  nowHour: number,
): readonly number[] {
  const held = new Set(vault.teamEpochs.map(({ epoch }) => epoch));
  return teamEpochsOf(directory, directory.roots.orgId)
    .filter((epoch) => nowHour < epoch.notAfter && !held.has(epoch.epoch))
    .filter((epoch) => !directory.revokedDevices.has(toHex(epoch.signerDevice)))
    .map(({ epoch }) => epoch);
}
