import { issueAdminCert } from '../organisation/certificate-admin.ts';
import { issueDevEpoch } from '../organisation/certificate-dev-epoch.ts';
import { type DeviceFields, issueDeviceCert, ROLE } from '../organisation/certificate-device.ts';
import {
  issueTeamEpoch,
  type TeamEpochFields,
  type TeamEpochKind,
} from '../organisation/certificate-team-epoch.ts';
import { signingPublicKey } from '../primitives/signature.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { keyPair } from '../primitives/x25519.ts';
import { seeded } from './world.ts';

const random = seeded('people');

export const NOW_HOUR = 497_000;
export const TODAY = Math.floor(NOW_HOUR / 24);
export const orgId = random(16);
/** One team an organisation: the same bytes. */
export const teamId = orgId.slice();

export const rootSeeds = [random(32), random(32), random(32)] as const;
export const roots = { orgId, threshold: 2, rootKeys: rootSeeds.map(signingPublicKey) };
export const signers = (...indexes: (0 | 1 | 2)[]) =>
  indexes.map((rootIndex) => ({ rootIndex, seed: rootSeeds[rootIndex] }));

export const adminSeed = random(32);
export const adminFields = {
  orgId,
  publicKey: signingPublicKey(adminSeed),
  notBefore: TODAY,
  notAfter: TODAY + 365,
};
export const adminCert = issueAdminCert(adminFields, signers(0, 2));

/** A member's device with all its secrets. */
export type Device = ReturnType<typeof device>;

export function device(displayName: string, roles: number, changes: Partial<DeviceFields> = {}) {
  const signingSeed = random(32);
  const dhSecret = random(32);
  const epochKeys = xWingKeys(random(32));
  const fields: DeviceFields = {
    orgId,
    teamId,
    deviceId: random(16),
    counsellorId: random(16),
    displayName,
    roles,
    signingKey: signingPublicKey(signingSeed),
    dhKey: keyPair(dhSecret).publicKey,
    notBefore: TODAY,
    notAfter: TODAY + 14,
    ...changes,
  };
  const cert = issueDeviceCert(fields, adminSeed);
  const epoch = issueDevEpoch(
    {
      orgId,
      deviceId: fields.deviceId,
      epoch: 1,
      notBefore: NOW_HOUR,
      notAfter: NOW_HOUR + 168,
      publicKey: epochKeys.publicKey,
    },
    signingSeed,
  );
  return { fields, cert, epoch, signingSeed, dhSecret, epochKeys };
}

export const mara = device('Mara', ROLE.counsellor | ROLE.keyOfficer);
export const lena = device('Lena', ROLE.counsellor | ROLE.keyOfficer);
export const zoe = device('Zoë', ROLE.counsellor | ROLE.supervisor);

export const teamKeys = xWingKeys(random(32));

/** A team or release epoch by `by`, valid from now. */
export function teamEpoch(
  by: Device,
  changes: Partial<TeamEpochFields> = {},
  kind: TeamEpochKind = 'teamEpoch',
) {
  const fields: TeamEpochFields = {
    orgId,
    teamId,
    epoch: 1,
    notBefore: NOW_HOUR,
    notAfter: NOW_HOUR + 48,
    publicKey: teamKeys.publicKey,
    prevHash: new Uint8Array(32),
    signerDevice: by.fields.deviceId,
    ...changes,
  };
  return issueTeamEpoch(kind, fields, by.signingSeed);
}

export const expected = { roots, teamId, nowHour: NOW_HOUR };
