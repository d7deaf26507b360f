import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startHeader } from '#lib/crypto/conversation/start-header.ts';
import { issueAdminCert } from '#lib/crypto/organisation/certificate-admin.ts';
import { issueDevEpoch } from '#lib/crypto/organisation/certificate-dev-epoch.ts';
import { issueDeviceCert } from '#lib/crypto/organisation/certificate-device.ts';
import { adminKeyIdOf } from '#lib/crypto/organisation/certificate-layout.ts';
import { revokeAdmin, revokeDevice } from '#lib/crypto/organisation/certificate-revoke.ts';
import { issueTeamEpoch } from '#lib/crypto/organisation/certificate-team-epoch.ts';
import { rootsBytes } from '#lib/crypto/organisation/organisation-roots.ts';
import { issueSiteEntry } from '#lib/crypto/organisation/site-entry.ts';
import { parseSiteFile, siteFileBytes } from '#lib/crypto/organisation/site-file.ts';
import { teamBundleBytes } from '#lib/crypto/organisation/team-bundle.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { signingPublicKey } from '#lib/crypto/primitives/signature.ts';
import { xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import { readEntry } from './entry-layout.ts';
import { eventSize } from './event-size.ts';
import { readSiteEntry, siteFile, teamBundle } from './site-layout.ts';
import { readStart } from './start-layout.ts';

const random = (size: number) => new Uint8Array(randomBytes(size));
const orgId = random(16);
const deviceId = random(16);
const [rootSeed, adminSeed, deviceSeed] = [random(32), random(32), random(32)];
const roots = { orgId, threshold: 1, rootKeys: [signingPublicKey(rootSeed)] };
const signers = [{ rootIndex: 0, seed: rootSeed }];
const adminKey = signingPublicKey(adminSeed);
const xWing = xWingKeys(random(32)).publicKey;
const organisationId = toHex(orgId);

const adminCert = issueAdminCert(
  { orgId, publicKey: adminKey, notBefore: 10, notAfter: 20 },
  signers,
);
const deviceCert = issueDeviceCert(
  {
    orgId,
    teamId: orgId,
    deviceId,
    counsellorId: random(16),
    displayName: 'Anaïs',
    roles: 4,
    signingKey: signingPublicKey(deviceSeed),
    dhKey: random(32),
    notBefore: 10,
    notAfter: 20,
  },
  adminSeed,
);
const epochFields = {
  orgId,
  teamId: orgId,
  epoch: 7,
  notBefore: 480,
  notAfter: 500,
  publicKey: xWing,
  prevHash: new Uint8Array(32),
  signerDevice: deviceId,
};
const teamEpoch = issueTeamEpoch('teamEpoch', epochFields, deviceSeed);
const window = { epoch: 7, notBefore: 480, notAfter: 500, signerDeviceId: toHex(deviceId) };
const devEpoch = issueDevEpoch(
  { orgId, deviceId, epoch: 1, notBefore: 1, notAfter: 2, publicKey: xWing },
  deviceSeed,
);

it.each([
  ['AdminCert', adminCert, { kind: 'adminCert', publicKey: adminKey }],
  [
    'DeviceCert',
    deviceCert,
    {
      kind: 'deviceCert',
      deviceId: toHex(deviceId),
      adminKeyId: toHex(adminKeyIdOf(adminKey)),
    },
  ],
  ['DevEpoch', devEpoch, { kind: 'devEpoch', deviceId: toHex(deviceId) }],
  ['TeamEpoch', teamEpoch, { kind: 'teamEpoch', ...window }],
  [
    'ReleaseEpoch',
    issueTeamEpoch('releaseEpoch', epochFields, deviceSeed),
    { kind: 'releaseEpoch', ...window },
  ],
  ['Revoke of a device', revokeDevice({ orgId, deviceId, day: 12 }, adminSeed), { kind: 'revoke' }],
  [
    'Revoke of an admin',
    revokeAdmin({ orgId, targetKeyId: adminKeyIdOf(adminKey), day: 12 }, signers),
    { kind: 'revoke' },
  ],
])('public fields of a %s are those that the cryptography wrote', (_name, raw, fields) => {
  expect(readEntry(raw)).toEqual({ organisationId, ...fields });
  expect(readEntry(raw.subarray(0, -1))).toBeNull();
  expect(readEntry(Uint8Array.of(...raw, 0))).toBeNull();
});

it('other bytes are no directory entry and no error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (raw) => {
      expect(() => [readEntry(raw), readSiteEntry(raw), readStart(raw)]).not.toThrow();
    }),
  );
  expect(readEntry(Uint8Array.of(1, 9, ...new Uint8Array(80)))).toBeNull();
});

it('the record of an organisation shows its id, version, roots and settings', () => {
  const settings = new TextEncoder().encode('{"name":"Example"}');
  const raw = issueSiteEntry({ roots, version: 3, settings }, adminSeed);
  expect(readSiteEntry(raw)).toEqual({
    organisationId,
    version: 3,
    roots: rootsBytes(roots),
    settings,
  });
  expect(readSiteEntry(raw.subarray(1))).toBeNull();
});

it('/site.bin and a TeamBundle are put together as the cryptography puts them together', () => {
  const bundle = teamBundle(teamEpoch, deviceCert, adminCert);
  expect(bundle).toEqual(teamBundleBytes(teamEpoch, deviceCert, adminCert));
  const siteId = random(16);
  const siteEntry = issueSiteEntry({ roots, version: 1, settings: random(40) }, adminSeed);
  const open = { siteEntry, adminCert, teamBundle: bundle, onDuty: true };
  const off = { ...open, onDuty: false };
  const file = siteFile(siteId, [open, { ...off, teamBundle: new Uint8Array() }]);
  expect(file).toEqual(siteFileBytes({ siteId, parts: [open, { ...off, teamBundle: null }] }));
  expect(parseSiteFile(file).parts.map(({ onDuty }) => onDuty)).toEqual([true, false]);
});

it('a first frame names its team and its mailbox', () => {
  const mailboxId = random(16);
  const header = startHeader({
    mode: 'intake',
    keyId: random(8),
    teamId: orgId,
    epoch: 7,
    s: 0,
    ct: random(1120),
    e0: random(32),
    mailboxId,
  });
  const frame = Uint8Array.of(...header, ...random(600));
  expect(readStart(frame)).toEqual({ teamId: organisationId, mailboxId: toHex(mailboxId) });
  expect(readStart(header)).toBeNull();
  expect(readStart(Uint8Array.of(1, 3, ...frame.subarray(2)))).toBeNull();
});

it('the size of an event counts all its fields together and never follows a cycle', () => {
  const blob = new Uint8Array(1000);
  expect(eventSize({ frames: [{ blob }, { blob }], text: 'x'.repeat(500) })).toBeGreaterThan(2500);
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  expect(eventSize(cycle)).toBe(Number.POSITIVE_INFINITY);
});
