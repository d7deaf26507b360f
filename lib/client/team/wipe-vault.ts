import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import { wipe } from '#lib/crypto/primitives/bytes.ts';

/** Overwrites every key in it. Copies that an engine made are out of reach: best effort. */
export function wipeVault(vault: VaultContent): void {
  if (vault.adminSeed) wipe(vault.adminSeed);
  for (const { signingSeed, dhSecret } of [vault.counsellor, vault.officer]) {
    wipe(signingSeed, dhSecret);
  }
  const dated = [vault.deviceEpochs, vault.teamEpochs, vault.releaseEpochs].flat();
  for (const { seed } of dated) wipe(seed);
  for (const { key } of vault.storeKeys) wipe(key);
}
