import { expect, it } from 'vitest';
import { accountKeys } from '../account/account-keys.ts';
import { openVault, sealVault } from '../account/vault.ts';
import { fingerprint } from '../organisation/fingerprint.ts';
import { PASSWORD_COST, plainArgon2, wasmArgon2 } from '../primitives/argon2.ts';
import { toHex, utf8 } from '../primitives/bytes.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';

type Vectors = {
  fingerprint: { orgId: string; threshold: number; rootKeys: string[]; groups: string }[];
  account: [
    {
      password: string;
      passwordBytes: string;
      salt: string;
      accountId: string;
      A: string;
      vaultKey: string;
      loginKey: string;
      version: number;
      vault: string;
      plain: string;
      random: Draw[];
    },
  ];
};

describeStandard<Vectors>('fingerprints and accounts', 'havre-v1/kdf.json', (v) => {
  it('a fingerprint names organisation, threshold and keys in their order', () => {
    for (const f of v.fingerprint) {
      const roots = { ...f, orgId: hex(f.orgId), rootKeys: f.rootKeys.map((key) => hex(key)) };
      expect(fingerprint(roots)).toBe(f.groups);
      expect(fingerprint({ ...roots, threshold: 1 })).not.toBe(f.groups);
      expect(fingerprint({ ...roots, rootKeys: [...roots.rootKeys].reverse() })).not.toBe(f.groups);
    }
  });

  it('a password gives both keys, and the vault opens', async () => {
    const [a] = v.account;
    const [salt, accountId] = [hex(a.salt), hex(a.accountId)];
    expect(toHex(utf8(a.password.normalize('NFKC')))).toBe(a.passwordBytes);
    expect(toHex(await plainArgon2(hex(a.passwordBytes), salt, PASSWORD_COST))).toBe(a.A);
    // Typed on another keyboard: the same letters, decomposed.
    const keys = await accountKeys(a.password.normalize('NFD'), salt, accountId, wasmArgon2);
    expect(toHex(keys.vaultKey)).toBe(a.vaultKey);
    expect(toHex(keys.loginKey)).toBe(a.loginKey);
    const random = replay(a.random);
    const vault = sealVault(keys.vaultKey, accountId, a.version, hex(a.plain), random);
    expect(toHex(vault)).toBe(a.vault);
    expect(toHex(openVault(keys.vaultKey, accountId, a.version, vault))).toBe(a.plain);
    refused(() => openVault(keys.vaultKey, accountId, a.version - 1, vault), 'an older version');
    refused(() => openVault(keys.vaultKey, salt, a.version, vault), 'another account');
    refused(() => openVault(keys.loginKey, accountId, a.version, vault), 'what the server learns');
  });
});
