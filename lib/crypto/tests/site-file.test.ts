import { describe, expect, it } from 'vitest';
import { issueAdminCert } from '../organisation/certificate-admin.ts';
import { ROLE } from '../organisation/certificate-device.ts';
import { fingerprint } from '../organisation/fingerprint.ts';
import { issueSiteEntry, parseSiteEntry, siteEntryBytes } from '../organisation/site-entry.ts';
import {
  openSite,
  parseSiteFile,
  type SitePart,
  siteFileBytes,
  siteSteps,
} from '../organisation/site-file.ts';
import { teamBundleBytes } from '../organisation/team-bundle.ts';
import { concat, toHex, utf8 } from '../primitives/bytes.ts';
import { signingPublicKey } from '../primitives/signature.ts';
import {
  adminCert,
  adminFields,
  adminSeed,
  device,
  mara,
  NOW_HOUR,
  orgId,
  roots,
  signers,
  TODAY,
  teamEpoch,
} from './people.ts';
import { refused } from './standards.ts';
import { seeded } from './world.ts';

const random = seeded('site');
const siteId = random(16);
const settings = utf8('{"name":"Demo Help NL","countries":["NL"]}');
const fields = { roots, version: 3, settings };
const siteEntry = issueSiteEntry(fields, adminSeed);
const teamBundle = teamBundleBytes(teamEpoch(mara), mara.cert, adminCert);
const part: SitePart = { siteEntry, adminCert, teamBundle, onDuty: true };
const now = { nowHour: NOW_HOUR };

/** A second organisation, one root, made by whoever runs the server. */
function invented(): SitePart {
  const [rootSeed, admin, id] = [random(32), random(32), random(16)];
  const other = { orgId: id, threshold: 1, rootKeys: [signingPublicKey(rootSeed)] };
  const cert = issueAdminCert({ ...adminFields, orgId: id, publicKey: signingPublicKey(admin) }, [
    { rootIndex: 0, seed: rootSeed },
  ]);
  return {
    siteEntry: issueSiteEntry({ ...fields, roots: other }, admin),
    adminCert: cert,
    teamBundle: null,
    onDuty: false,
  };
}

const site = (...parts: SitePart[]) => openSite(siteFileBytes({ siteId, parts }), now);

describe('/site.bin', () => {
  it('shows an organisation with its settings and its team key', () => {
    const { organisations, refused: left, siteId: id } = site(part, invented());
    expect(id).toEqual(siteId);
    expect(left).toEqual([]);
    expect(organisations.length).toBe(2);
    const [first, second] = organisations;
    expect(first?.entry.roots).toEqual(roots);
    expect(first?.entry.settings).toEqual(settings);
    expect(first?.team?.device.displayName).toBe('Mara');
    expect(second?.team).toBeNull();
    expect(site().organisations).toEqual([]);
  });

  it('pauses after every costly check, so that a page can answer in between', () => {
    const bytes = siteFileBytes({ siteId, parts: [part, { ...part, ...invented() }] });
    const steps = siteSteps(bytes, now);
    let pauses = 0;
    let step = steps.next();
    while (!step.done) {
      pauses += 1;
      step = steps.next();
    }
    expect(step.value).toEqual(openSite(bytes, now));
    // Admin, device and epoch of the team, its key, then admin and record; the second has no team.
    expect(pauses).toBe(6 + 3);
  });

  it('closes an organisation whose team key is expired or not by its own officer', () => {
    const late = openSite(siteFileBytes({ siteId, parts: [part] }), { nowHour: NOW_HOUR + 72 });
    expect(late.organisations[0]?.team).toBeNull();
    const nobody = device('Noor', ROLE.counsellor);
    const bundle = teamBundleBytes(teamEpoch(nobody), nobody.cert, adminCert);
    expect(site({ ...part, teamBundle: bundle }).organisations[0]?.team).toBeNull();
  });

  it('leaves out a record that its own admin did not sign, or no longer may', () => {
    const changed = siteEntry.map((byte, i) => (i === 21 ? byte ^ 1 : byte));
    expect(parseSiteEntry(changed).version).not.toBe(3);
    const cases: [string, SitePart][] = [
      ['changed', { ...part, siteEntry: changed }],
      ['another admin', { ...part, siteEntry: issueSiteEntry(fields, random(32)) }],
      ['too few roots', { ...part, adminCert: issueAdminCert(adminFields, signers(0)) }],
    ];
    const ended = { ...adminFields, notBefore: TODAY - 300, notAfter: TODAY - 5 };
    cases.push(['ended', { ...part, adminCert: issueAdminCert(ended, signers(0, 1)) }]);
    for (const [why, bad] of cases) {
      const opened = site(bad);
      expect(opened.organisations, why).toEqual([]);
      expect(opened.refused.map(toHex), why).toEqual([toHex(orgId)]);
    }
  });

  it('pinned: an organisation that a server invents is left out', () => {
    const bytes = siteFileBytes({ siteId, parts: [part, invented()] });
    expect(openSite(bytes, now).organisations.length).toBe(2);
    const pinned = openSite(bytes, { ...now, pinned: [fingerprint(roots)] });
    expect(pinned.organisations.map(({ entry }) => toHex(entry.roots.orgId))).toEqual([
      toHex(orgId),
    ]);
    expect(pinned.refused.length).toBe(1);
    expect(openSite(bytes, { ...now, pinned: [] }).organisations).toEqual([]);
  });

  it('pinned: the same keys with a lower threshold are other roots', () => {
    const weaker = { ...roots, threshold: 1 };
    const entry = issueSiteEntry({ ...fields, roots: weaker }, adminSeed);
    const one = issueAdminCert(adminFields, signers(0));
    const bytes = siteFileBytes({ siteId, parts: [{ ...part, siteEntry: entry, adminCert: one }] });
    expect(openSite(bytes, now).organisations.length).toBe(1);
    expect(openSite(bytes, { ...now, pinned: [fingerprint(roots)] }).organisations).toEqual([]);
  });

  it('is refused whole when malformed, or when an organisation stands in it twice', () => {
    const bytes = siteFileBytes({ siteId, parts: [part] });
    expect(parseSiteFile(bytes)).toEqual({ siteId, parts: [part] });
    expect(siteFileBytes(parseSiteFile(bytes))).toEqual(bytes);
    refused(() => openSite(concat(bytes, Uint8Array.of(0)), now), 'trailing byte');
    refused(() => openSite(bytes.slice(0, -1), now), 'short');
    refused(() => openSite(bytes.with(0, 0), now), 'another magic');
    refused(() => openSite(bytes.with(9, 1), now), 'another version');
    refused(() => openSite(bytes.with(bytes.length - 1, 2), now), 'neither on duty nor not');
    refused(() => site(part, part), 'twice');
    refused(() => site({ ...part, teamBundle: Uint8Array.of(1) }), 'a bundle that is none');
    refused(() => site({ ...part, siteEntry: new Uint8Array(0) }), 'no entry');
  });

  it('a record cannot be made for roots that could never be safe', () => {
    expect(siteEntryBytes(parseSiteEntry(siteEntry))).toEqual(siteEntry);
    refused(() => issueSiteEntry({ ...fields, roots: { ...roots, threshold: 4 } }, adminSeed));
    refused(() => parseSiteEntry(concat(siteEntry, Uint8Array.of(0))));
  });
});
