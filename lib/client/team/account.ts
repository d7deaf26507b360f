import type { AccountKeys } from '#lib/crypto/account/account-keys.ts';
import { sealVault } from '#lib/crypto/account/vault.ts';
import { type VaultContent, vaultContentBytes } from '#lib/crypto/account/vault-content.ts';
import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import { toHex, wipe } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import type { AccountRoutes } from '#lib/protocol/account-routes.ts';
import type * as z from '#lib/protocol/zod.ts';
import { toBase64url } from '../portal/base64url.ts';
import { deviceEpochEntry, WEEK_HOURS } from './keep-device-epoch.ts';
import type { KeyWork } from './key-work.ts';
import { identityBytes, type MemberIdentity, newIdentity, publicPart } from './member-identity.ts';

/** An account's id and salt, 16 bytes each: all that deriving its keys needs besides the password. */
export type AccountPlace = { memberId: Uint8Array; salt: Uint8Array };

export const newAccountPlace = (random: Random): AccountPlace => ({
  memberId: random(16),
  salt: random(16),
});

/** What a person chooses for their account. */
export type AccountChoice = {
  place: AccountPlace;
  /** What they sign in with; lower case. */
  loginName: string;
  /** The work name that people in a chat see. */
  displayName: string;
  password: string;
  /** Null in a demo: then no second factor is asked for. */
  totp: { secret: Uint8Array; code: string } | null;
};

export type AccountBody = z.input<AccountRoutes['POST /api/join']>['account'];

/** A member's first keys, before anything of them is sealed. */
export type NewMemberKeys = {
  vault: VaultContent;
  identity: MemberIdentity;
  /** The entry of the first weekly key. */
  deviceEpoch: Uint8Array;
};

/**
 * Draws a new member's keys. The vault holds the roots, so that no other organisation can be put in
 * their place later.
 */
export function newMemberKeys(
  { memberId }: AccountPlace,
  roots: OrgRoots,
  now: number,
  random: Random,
): NewMemberKeys {
  const [counsellor, officer] = [newIdentity(random), newIdentity(random)];
  const hour = hourOf(now);
  const first = { epoch: 1, notAfter: hour + WEEK_HOURS, seed: random(32) };
  const empty = { teamEpochs: [], releaseEpochs: [], storeKeys: [], conversations: [] };
  return {
    vault: {
      ...empty,
      roots,
      memberId,
      counsellor,
      officer,
      adminSeed: null,
      deviceEpochs: [first],
      directory: null,
    },
    identity: {
      orgId: roots.orgId,
      counsellor: publicPart(counsellor),
      keyOfficer: publicPart(officer),
    },
    deviceEpoch: deviceEpochEntry(roots.orgId, counsellor, first),
  };
}

/** Login names are compared in lower case and NFKC, wherever they are typed. */
export const plainLoginName = (typed: string): string =>
  typed.trim().normalize('NFKC').toLowerCase();

/**
 * A password as it is typed, in one form: seven words are lower case with single spaces, and a phone adds
 * capitals and spaces of its own.
 */
export const plainPassword = (typed: string): string =>
  typed.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * The account as it is sent: the vault sealed under the password, and what proves the password.
 * @throws when no Argon2id of this browser can be trusted
 */
export async function sealAccount(
  choice: AccountChoice,
  member: NewMemberKeys,
  work: KeyWork,
  random: Random,
): Promise<AccountBody> {
  const password = plainPassword(choice.password);
  const { place } = choice;
  const { memberId: accountId, salt } = place;
  const loginName = plainLoginName(choice.loginName);
  const keys: AccountKeys = await work.keys({ password, loginName, salt, accountId }, 'new');
  const plain = vaultContentBytes(member.vault);
  const vault = sealVault(keys.vaultKey, accountId, 1, plain, random);
  wipe(plain, keys.vaultKey);
  const totp = choice.totp
    ? { totp: { secret: toBase64url(choice.totp.secret), code: choice.totp.code } }
    : {};
  return {
    memberId: toHex(accountId),
    loginName,
    displayName: choice.displayName.trim(),
    salt: toBase64url(salt),
    loginKey: toBase64url(keys.loginKey),
    vault: toBase64url(vault),
    identity: toBase64url(identityBytes(member.identity)),
    deviceEpoch: toBase64url(member.deviceEpoch),
    ...totp,
  };
}

/** Of an account, what its member makes anew. */
export function credentialsOf(
  account: AccountBody,
): z.input<AccountRoutes['POST /api/renew']>['credentials'] {
  const { memberId: _id, loginName: _login, displayName: _display, ...credentials } = account;
  return credentials;
}
