import { concat, u32 } from '../primitives/bytes.ts';
import type { Random } from '../primitives/random.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';

const adOf = (accountId: Uint8Array, version: number): Uint8Array =>
  concat(accountId, u32(version));

/**
 * The vault as it lies on the server (reading 37):
 * `SBX(vaultKey, AD = accountId16 || version u32, content)`.
 * @param version one more than the version that is replaced (compare-and-swap)
 * @param content from `vaultContentBytes`
 * @param random one draw of 24 bytes
 */
export const sealVault = (
  vaultKey: Uint8Array,
  accountId: Uint8Array,
  version: number,
  content: Uint8Array,
  random: Random,
): Uint8Array => sbxSeal(vaultKey, adOf(accountId, version), content, random);

/**
 * Opens a vault; the content goes to `parseVaultContent`.
 * @throws BadFrame: wrong password, another account's vault, or another version than claimed
 */
export const openVault = (
  vaultKey: Uint8Array,
  accountId: Uint8Array,
  version: number,
  box: Uint8Array,
): Uint8Array => sbxOpen(vaultKey, adOf(accountId, version), box);
