import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVaultContent } from '../account/vault-content.ts';
import { openCapsule } from '../coming-back/capsule.ts';
import { parseCapsuleForm } from '../coming-back/capsule-form.ts';
import { openParked } from '../coming-back/parked.ts';
import { openConsent } from '../consent/consent.ts';
import { openWithdrawal } from '../consent/consent-withdrawal.ts';
import { entryBytes, parseEntry } from '../organisation/certificate.ts';
import { issueDeviceCert, parseDeviceCert, ROLE } from '../organisation/certificate-device.ts';
import { revokeAdmin, revokeDevice } from '../organisation/certificate-revoke.ts';
import { issueSiteEntry, parseSiteEntry, siteEntryBytes } from '../organisation/site-entry.ts';
import { openSite, parseSiteFile, siteFileBytes } from '../organisation/site-file.ts';
import { openTeamBundle, parseTeamBundle, teamBundleBytes } from '../organisation/team-bundle.ts';
import { BadFrame } from '../primitives/bad-frame.ts';
import { holdsFor, hostileBytes } from './hostile-bytes.ts';
import {
  adminCert,
  adminSeed,
  expected,
  mara,
  NOW_HOUR,
  orgId,
  roots,
  signers,
  TODAY,
  teamEpoch,
  zoe,
} from './people.ts';
import { tally } from './tally.ts';
import { seeded } from './world.ts';

const random = seeded('certificate properties');
const key = random(32);
const entries = [
  adminCert,
  mara.cert,
  mara.epoch,
  teamEpoch(mara),
  teamEpoch(zoe, {}, 'releaseEpoch'),
  revokeDevice({ orgId, deviceId: mara.fields.deviceId, day: TODAY }, adminSeed),
  revokeAdmin({ orgId, targetKeyId: random(8), day: TODAY }, signers(0, 1)),
];
const bundle = teamBundleBytes(teamEpoch(mara), mara.cert, adminCert);
const siteEntry = issueSiteEntry({ roots, version: 1, settings: random(40) }, adminSeed);
const site = siteFileBytes({
  siteId: random(16),
  parts: [{ siteEntry, adminCert, teamBundle: bundle, onDuty: true }],
});

const PARSERS: Record<string, (b: Uint8Array) => unknown> = {
  entry: parseEntry,
  bundle: parseTeamBundle,
  'open bundle': (b) => openTeamBundle(b, expected),
  'site entry': parseSiteEntry,
  site: parseSiteFile,
  'open site': (b) => openSite(b, { nowHour: NOW_HOUR }),
  vault: parseVaultContent,
  form: parseCapsuleForm,
  capsule: (b) => openCapsule({ locator: random(16), capsuleKey: key, version: 1 }, b),
  parked: (b) => openParked([key], orgId, key, b),
  consent: openConsent,
  withdrawal: (b) => openWithdrawal(b, { publicKey: key, body: b }),
};

const seeds = [...entries, bundle, siteEntry, site];
const hostile = hostileBytes(seeds, 2200, 2);

describe('every parser of certificates and stored things', () => {
  const count = tally('people parsers', 'refused', 'accepted');

  it('throws BadFrame or nothing, whatever the bytes', () => {
    holdsFor(PARSERS, hostile, 1200, count);
  });
});

describe('one entry has one encoding', () => {
  const count = tally('entries', 'refused', 'parsed');

  it('what parses comes back byte for byte', () => {
    for (const raw of entries) expect(entryBytes(parseEntry(raw))).toEqual(raw);
    const changed = fc.tuple(fc.constantFrom(...entries), fc.nat(), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(changed, ([entry, at, byte]) => {
        const raw = entry.with(at % entry.length, byte);
        try {
          expect(entryBytes(parseEntry(raw))).toEqual(raw);
          count('parsed');
        } catch (error) {
          if (!(error instanceof BadFrame)) throw error;
          count('refused');
        }
      }),
      { numRuns: 400 },
    );
    expect(siteEntryBytes(parseSiteEntry(siteEntry))).toEqual(siteEntry);
  });

  it('a certificate says what it was issued for', () => {
    const id = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(
        fc.record({
          deviceId: id,
          counsellorId: id,
          displayName: fc.constantFrom('Mara', 'Zoë', 'ليلى', '李', 'x'.repeat(32)),
          roles: fc.integer({ min: 1, max: 7 }),
          notBefore: fc.nat({ max: 100_000 }),
        }),
        (f) => {
          const fields = { ...mara.fields, ...f, notAfter: f.notBefore + 30 };
          expect(parseDeviceCert(issueDeviceCert(fields, adminSeed))).toMatchObject(fields);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names that could forge a line, and roles that mean nothing, are not issued', () => {
    const issue = (change: object) => issueDeviceCert({ ...mara.fields, ...change }, adminSeed);
    const names = ['', 'a\nb', '\u0000', '\u0085', 'é'.repeat(17)];
    for (const displayName of names) expect(() => issue({ displayName })).toThrow(BadFrame);
    for (const roles of [0, 8, ROLE.counsellor | 0x8000])
      expect(() => issue({ roles })).toThrow(BadFrame);
  });
});
