import { randomBytes } from 'node:crypto';
import { issueAdminCert } from '#lib/crypto/organisation/certificate-admin.ts';
import { issueDeviceCert } from '#lib/crypto/organisation/certificate-device.ts';
import {
  issueTeamEpoch,
  type TeamEpochKind,
} from '#lib/crypto/organisation/certificate-team-epoch.ts';
import { issueSiteEntry } from '#lib/crypto/organisation/site-entry.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { signingPublicKey } from '#lib/crypto/primitives/signature.ts';
import { xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import type { Hours } from '#lib/protocol/site-settings.ts';
import { dayOf, hourOf } from '../days.ts';

const random = (size: number) => Uint8Array.from(randomBytes(size));
const stored = (bytes: Uint8Array) => Uint8Array.from(bytes);

type Officer = { deviceId: Uint8Array; seed: Uint8Array };

/** An epoch of a team or of its release key that begins at this hour and lasts 48. */
function epochEntry(
  kind: TeamEpochKind,
  orgId: Uint8Array,
  epoch: number,
  hour: number,
  by: Officer,
) {
  const fields = {
    ...{ orgId, teamId: orgId, epoch, notBefore: hour, notAfter: hour + 48 },
    publicKey: xWingKeys(random(32)).publicKey,
    prevHash: new Uint8Array(32),
    signerDevice: by.deviceId,
  };
  return stored(issueTeamEpoch(kind, fields, by.seed));
}

/** What a founder's browser makes, with real signatures; certificates are valid around `now`. */
export function foundOrganisation(now: number) {
  const orgId = random(16);
  const [rootSeed, adminSeed] = [random(32), random(32)];
  const roots = { orgId, threshold: 1, rootKeys: [signingPublicKey(rootSeed)] };
  const today = dayOf(now);
  const window = { notBefore: today, notAfter: today + 14 };
  const publicKey = signingPublicKey(adminSeed);
  const adminCert = stored(
    issueAdminCert({ orgId, publicKey, ...window }, [{ rootIndex: 0, seed: rootSeed }]),
  );

  function device(roles = 4) {
    const seed = random(32);
    const deviceId = random(16);
    const cert = issueDeviceCert(
      {
        orgId,
        teamId: orgId,
        deviceId,
        counsellorId: random(16),
        displayName: 'Example Help',
        roles,
        signingKey: signingPublicKey(seed),
        dhKey: random(32),
        ...window,
      },
      adminSeed,
    );
    return { deviceId, seed, cert: stored(cert) };
  }

  const keyOfficer = device();

  return {
    organisationId: toHex(orgId),
    roots,
    adminCert,
    keyOfficer,
    device,
    siteEntry(
      version: number,
      name = 'Example Help',
      signals?: SignalTerms,
      changes: Partial<Hours> = {},
    ) {
      const hours: Hours = {
        zone: 'Europe/Brussels',
        week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
        daysOff: [],
        byHand: null,
        ...changes,
      };
      const settings = { name, countries: ['BE'], languages: ['nl'], hours, signals };
      const bytes = new TextEncoder().encode(JSON.stringify(settings));
      return stored(issueSiteEntry({ roots, version, settings: bytes }, adminSeed));
    },
    releaseEpoch: (epoch: number) =>
      epochEntry('releaseEpoch', orgId, epoch, hourOf(now), keyOfficer),
    /** @param from hours after now at which the epoch begins; it lasts 48 */
    teamEpoch: (epoch: number, from = 0, officer = keyOfficer) =>
      epochEntry('teamEpoch', orgId, epoch, hourOf(now) + from, officer),
  };
}

export type Founded = ReturnType<typeof foundOrganisation>;
