import { issueAdminCert, type RootSigner } from '#lib/crypto/organisation/certificate-admin.ts';
import {
  isDisplayName,
  issueDeviceCert,
  ROLE,
} from '#lib/crypto/organisation/certificate-device.ts';
import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import { signingPublicKey } from '#lib/crypto/primitives/signature.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { CERT_DAYS } from './keep-certificates.ts';
import type { MemberIdentity, MemberPart } from './member-identity.ts';

/** A year less a day, so that a leap year does not matter. */
const ADMIN_DAYS = 365;

/** Fresh roots. The seeds go into the recovery kit and nowhere else. */
export type NewRoots = { roots: OrgRoots; seeds: readonly Uint8Array[] };

/** `threshold` of `count` root keys for a new organisation. @param random draws 16, then count * 32 */
export function newRoots(threshold: number, count: number, random: Random): NewRoots {
  const orgId = random(16);
  const seeds = Array.from({ length: count }, () => random(32));
  return { roots: { orgId, threshold, rootKeys: seeds.map(signingPublicKey) }, seeds };
}

/** A new ADMIN key and its certificate, signed with the roots at hand. */
export function newAdmin(
  roots: OrgRoots,
  signers: readonly RootSigner[],
  now: number,
  random: Random,
): { seed: Uint8Array; cert: Uint8Array } {
  const seed = random(32);
  const notBefore = dayOf(now);
  const window = { notBefore, notAfter: notBefore + ADMIN_DAYS };
  const fields = { orgId: roots.orgId, publicKey: signingPublicKey(seed), ...window };
  return { seed, cert: issueAdminCert(fields, signers) };
}

/** What both certificates of a member need besides the keys. */
export type MemberCertifying = {
  member: MemberIdentity;
  displayName: string;
  roles: number;
  organisationName: string;
  adminSeed: Uint8Array;
  /** ms since 1970 */
  now: number;
};

/**
 * Both certificates of a member (reading e): one with the work name, and one that signs team keys and
 * shows only the organisation's name to everybody who opens the site.
 */
export function memberCerts(certifying: MemberCertifying): readonly [Uint8Array, Uint8Array] {
  const { member, displayName, roles, organisationName, adminSeed, now } = certifying;
  const notBefore = dayOf(now);
  const window = { notBefore, notAfter: notBefore + CERT_DAYS };
  const issue = (part: MemberPart, name: string, bits: number) => {
    const ids = { orgId: member.orgId, teamId: member.orgId, ...part };
    const fields = { ...ids, displayName: shortName(name), roles: bits, ...window };
    return issueDeviceCert(fields, adminSeed);
  };
  return [
    issue(member.counsellor, displayName, roles),
    issue(member.keyOfficer, organisationName, ROLE.keyOfficer),
  ];
}

/** A name in a certificate has 32 bytes at most; longer ones lose their end. */
export function shortName(name: string): string {
  let short = name.trim();
  while (short !== '' && !isDisplayName(short)) short = [...short].slice(0, -1).join('').trim();
  return short;
}

/** Both ids of a member's devices as the directory names them. */
export const deviceIdsOf = (member: MemberIdentity): readonly [string, string] => [
  toHex(member.counsellor.deviceId),
  toHex(member.keyOfficer.deviceId),
];
