import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, lp, reader, u8 } from '../primitives/bytes.ts';
import { allAtOnce, type Steps } from '../primitives/steps.ts';
import { hoursOfDays, isWithin } from '../primitives/time-units.ts';
import { checkXWingKey } from '../primitives/x-wing-key.ts';
import { type AdminCert, checkAdminCert, parseAdminCert } from './certificate-admin.ts';
import {
  checkDeviceCert,
  type DeviceCert,
  hasRole,
  parseDeviceCert,
  ROLE,
} from './certificate-device.ts';
import { checkTeamEpoch, parseTeamEpoch, type TeamEpoch } from './certificate-team-epoch.ts';
import type { OrgRoots } from './organisation-roots.ts';

/** What a person's page needs to write to a team: the epoch and who vouches for it. */
export type TeamBundle = { teamEpoch: TeamEpoch; device: DeviceCert; admin: AdminCert };

/** Whom a client expects to talk to, and what time it is (hours since 1970). */
export type Expected = { roots: OrgRoots; teamId: Uint8Array; nowHour: number };

type Member = Pick<TeamBundle, 'admin' | 'device'>;

const BUNDLE_TYPE = 0x10;

/** `01 10 | lp(TeamEpoch) | lp(DeviceCert) | lp(AdminCert)` of the three raw entries. */
export const teamBundleBytes = (
  teamEpoch: Uint8Array,
  deviceCert: Uint8Array,
  adminCert: Uint8Array,
): Uint8Array => concat(u8(1), u8(BUNDLE_TYPE), lp(teamEpoch), lp(deviceCert), lp(adminCert));

/**
 * Reads a TeamBundle without checking a signature.
 * @throws BadFrame
 */
export function parseTeamBundle(raw: Uint8Array): TeamBundle {
  const r = reader(raw);
  must(r.u8() === 1);
  must(r.u8() === BUNDLE_TYPE);
  const teamEpoch = parseTeamEpoch('teamEpoch', r.lp());
  const device = parseDeviceCert(r.lp());
  const admin = parseAdminCert(r.lp());
  r.end();
  return { teamEpoch, device, admin };
}

/**
 * Checks the two certificates of a member, as TeamBundle, CLAIM, TRANSFER and READERS need it:
 * roots on the admin, admin on the device, role, organisation and team, then the time.
 * @throws BadFrame
 */
export const checkMember = (member: Member, role: number, expected: Expected): void =>
  allAtOnce(memberChecks(member, role, expected));

function* memberChecks(
  { admin, device }: Member,
  role: number,
  { roots, teamId, nowHour }: Expected,
): Steps<void> {
  checkAdminCert(admin, roots);
  yield;
  checkDeviceCert(device, admin);
  yield;
  must(hasRole(device, role));
  must(equalBytes(device.orgId, roots.orgId) && equalBytes(device.teamId, teamId));
  must(isWithin(hoursOfDays(admin), nowHour) && isWithin(hoursOfDays(device), nowHour));
}

/**
 * Opens a TeamBundle, fail closed, in the order of protocol 2.4: roots, admin, role, the
 * device's signature on the epoch, organisation and team, validity, the key itself.
 * @throws BadFrame
 */
export const openTeamBundle = (raw: Uint8Array, expected: Expected): TeamBundle =>
  allAtOnce(teamBundleSteps(raw, expected));

/** `openTeamBundle`, a signature a step. */
export function* teamBundleSteps(raw: Uint8Array, expected: Expected): Steps<TeamBundle> {
  const { roots, teamId, nowHour } = expected;
  const bundle = parseTeamBundle(raw);
  const { teamEpoch, device } = bundle;
  yield* memberChecks(bundle, ROLE.keyOfficer, expected);
  must(equalBytes(teamEpoch.signerDevice, device.deviceId));
  checkTeamEpoch(teamEpoch, device.signingKey);
  must(equalBytes(teamEpoch.orgId, roots.orgId) && equalBytes(teamEpoch.teamId, teamId));
  must(isWithin(teamEpoch, nowHour));
  yield;
  checkXWingKey(teamEpoch.publicKey);
  return bundle;
}
