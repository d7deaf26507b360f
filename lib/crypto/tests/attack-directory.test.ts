import { describe, expect, it } from 'vitest';
import { parseAdminCert } from '../organisation/certificate-admin.ts';
import { issueDevEpoch, parseDevEpoch } from '../organisation/certificate-dev-epoch.ts';
import { issueDeviceCert, ROLE } from '../organisation/certificate-device.ts';
import {
  parseRevoke,
  revokeAdmin,
  revokeBytes,
  revokeDevice,
} from '../organisation/certificate-revoke.ts';
import { parseTeamEpoch } from '../organisation/certificate-team-epoch.ts';
import { appendEntry, emptyDirectory, nextHead, openDirectory } from '../organisation/directory.ts';
import { currentEpoch, releaseEpochsOf, teamEpochsOf } from '../organisation/directory-queries.ts';
import type { Directory } from '../organisation/directory-state.ts';
import { toHex } from '../primitives/bytes.ts';
import {
  adminCert,
  adminSeed,
  device,
  lena,
  mara,
  NOW_HOUR,
  orgId,
  roots,
  signers,
  TODAY,
  teamEpoch,
  teamId,
  zoe,
} from './people.ts';
import { refused } from './standards.ts';
import { seeded } from './world.ts';

const random = seeded('directory');
const first = teamEpoch(mara);
const second = teamEpoch(lena, {
  epoch: 2,
  prevHash: parseTeamEpoch('teamEpoch', first).hash,
  notBefore: NOW_HOUR + 24,
  notAfter: NOW_HOUR + 72,
});
const release = teamEpoch(zoe, {}, 'releaseEpoch');
const entries = [adminCert, mara.cert, lena.cert, zoe.cert, mara.epoch, first, second, release];
const whole = openDirectory(roots, entries);
const grown = (...more: Uint8Array[]) => more.reduce(appendEntry, whole);
const revokeLena = revokeDevice({ orgId, deviceId: lena.fields.deviceId, day: TODAY }, adminSeed);
const adminKeyId = parseAdminCert(adminCert).keyId;
const revokeTheAdmin = revokeAdmin({ orgId, targetKeyId: adminKeyId, day: TODAY }, signers(2, 0));

/** Weakened copy: a member who does not remember takes any directory that is whole in itself. */
const forgetful = (shown: readonly Uint8Array[]) => openDirectory(roots, shown);

describe('a server that shows another past', () => {
  const mark = { count: whole.count, head: whole.head };

  it('an honest extension is read, and hashes alone suffice for what was known', () => {
    const longer = [...entries, revokeLena];
    expect(openDirectory(roots, longer, mark)).toEqual(grown(revokeLena));
    expect(openDirectory(roots, entries, mark)).toEqual(whole);
  });

  it('shows less of it (truncation)', () => {
    const shorter = entries.slice(0, -1);
    expect(forgetful(shorter).count).toBe(entries.length - 1);
    refused(() => openDirectory(roots, shorter, mark));
    refused(() => openDirectory(roots, [], mark));
  });

  it('shows another branch (fork)', () => {
    const ghost = device('Ghost', ROLE.counsellor);
    const fork = [...entries.slice(0, -1), ghost.cert, lena.epoch];
    expect(forgetful(fork).devices.has(toHex(ghost.fields.deviceId))).toBe(true);
    refused(() => openDirectory(roots, fork, mark));
    const swapped = [adminCert, lena.cert, mara.cert, ...entries.slice(3)];
    expect(forgetful(swapped).count).toBe(whole.count);
    refused(() => openDirectory(roots, swapped, mark));
  });

  it('shows the directory of other roots, or with a lower threshold', () => {
    refused(() => openDirectory({ ...roots, threshold: 1 }, entries, mark));
    const start = emptyDirectory(roots);
    refused(() => openDirectory({ ...roots, threshold: 1 }, entries, start));
  });

  it('a ghost device of a dishonest admin is not prevented, but stands in the open', () => {
    const ghost = device('Mara', ROLE.counsellor | ROLE.keyOfficer);
    const d = grown(ghost.cert);
    const known = new Set(whole.devices.keys());
    expect([...d.devices.keys()].filter((id) => !known.has(id))).toEqual([
      toHex(ghost.fields.deviceId),
    ]);
    expect(toHex(d.head)).toBe(toHex(nextHead(whole.head, whole.count + 1, ghost.cert)));
  });
});

describe('what may not stand in a directory', () => {
  const refusedAfter = (d: Directory, raw: Uint8Array, why: string) =>
    refused(() => appendEntry(d, raw), why);

  it('certificates by nobody’s admin', () => {
    refusedAfter(emptyDirectory(roots), mara.cert, 'before its admin');
    refusedAfter(whole, issueDeviceCert(mara.fields, random(32)), 'by an unknown admin');
    const other = openDirectory({ ...roots, orgId: random(16) }, []);
    refusedAfter(other, adminCert, 'of another organisation');
  });

  it('a device that changes person or team', () => {
    const { fields } = mara;
    const person = issueDeviceCert({ ...fields, counsellorId: random(16) }, adminSeed);
    refusedAfter(whole, person, 'another person');
    const team = issueDeviceCert({ ...fields, teamId: random(16) }, adminSeed);
    refusedAfter(whole, team, 'another team');
    const renewed = issueDeviceCert({ ...fields, notAfter: TODAY + 21 }, adminSeed);
    expect(grown(renewed).devices.get(toHex(fields.deviceId))?.notAfter).toBe(TODAY + 21);
  });

  it('keys of a device out of order, by another, or that give the secret away', () => {
    const next = (changes: object, seed = mara.signingSeed) =>
      issueDevEpoch({ ...parseDevEpoch(mara.epoch), epoch: 2, ...changes }, seed);
    expect(grown(next({})).devEpochs.get(toHex(mara.fields.deviceId))?.epoch).toBe(2);
    refusedAfter(whole, mara.epoch, 'again');
    refusedAfter(whole, next({ epoch: 3 }), 'a number left out');
    refusedAfter(whole, next({}, lena.signingSeed), 'by another device');
    refusedAfter(whole, next({ publicKey: new Uint8Array(1216) }), 'all zeros');
    refused(() => next({ notAfter: NOW_HOUR + 169 }), 'longer than a week');
    refusedAfter(whole, device('Nobody', ROLE.counsellor).epoch, 'of an unknown device');
  });

  it('team keys out of order, by the wrong role, or of another kind', () => {
    const { hash } = parseTeamEpoch('teamEpoch', second);
    const third = (by: typeof mara, changes = {}) =>
      teamEpoch(by, { epoch: 3, prevHash: hash, ...changes });
    expect(teamEpochsOf(grown(third(mara)), teamId).length).toBe(3);
    refusedAfter(whole, second, 'again');
    refusedAfter(whole, third(mara, { epoch: 4 }), 'a number left out');
    refusedAfter(whole, third(mara, { prevHash: random(32) }), 'another past');
    refusedAfter(whole, third(zoe), 'without the role');
    refusedAfter(whole, third(mara, { teamId: random(16) }), 'of another team');
    refusedAfter(whole, third(lena, { signerDevice: mara.fields.deviceId }), 'by Lena as Mara');
    refusedAfter(whole, third(mara, { publicKey: new Uint8Array(1216) }), 'all zeros');
    const { hash: prevHash } = parseTeamEpoch('releaseEpoch', release);
    const releases = (by: typeof mara) => teamEpoch(by, { epoch: 2, prevHash }, 'releaseEpoch');
    expect(releaseEpochsOf(grown(releases(zoe)), teamId).length).toBe(2);
    refusedAfter(whole, releases(mara), 'a release key by somebody who is no supervisor');
  });

  it('anything by or for somebody who was revoked', () => {
    const d = grown(revokeLena);
    const { hash } = parseTeamEpoch('teamEpoch', second);
    refusedAfter(d, teamEpoch(lena, { epoch: 3, prevHash: hash }), 'her team key');
    refusedAfter(d, lena.cert, 'her new certificate');
    refusedAfter(d, lena.epoch, 'her device key');
    expect(appendEntry(d, teamEpoch(mara, { epoch: 3, prevHash: hash })).count).toBe(10);
    const forged = revokeDevice({ orgId, deviceId: zoe.fields.deviceId, day: TODAY }, random(32));
    refusedAfter(whole, forged, 'a Revoke by nobody');
    const broken = revokeLena.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    refusedAfter(whole, broken, 'a Revoke that was changed');
  });

  it('anything on the word of an admin who was revoked', () => {
    const d = grown(revokeTheAdmin);
    const { hash } = parseTeamEpoch('teamEpoch', second);
    refusedAfter(d, device('New', ROLE.counsellor).cert, 'a certificate');
    refusedAfter(d, teamEpoch(mara, { epoch: 3, prevHash: hash }), 'a team key');
    refusedAfter(d, lena.epoch, 'a device key');
    refusedAfter(d, adminCert, 'the admin again');
    refusedAfter(d, revokeLena, 'a Revoke');
    const alone = revokeAdmin({ orgId, targetKeyId: adminKeyId, day: TODAY }, signers(0));
    refusedAfter(whole, alone, 'revoked by one root of two');
  });

  it('an entry of a kind that does not exist', () => {
    refusedAfter(whole, adminCert.with(1, 7), 'type 7');
    refusedAfter(whole, new Uint8Array(0), 'empty');
    refusedAfter(whole, adminCert.with(0, 2), 'version 2');
    refused(() => parseRevoke(revokeLena.with(18, 3)), 'what = 3');
    refused(() => parseRevoke(revokeTheAdmin.with(30, 1)), 'a target of nine bytes');
    expect(revokeBytes(parseRevoke(revokeTheAdmin))).toEqual(revokeTheAdmin);
  });
});

describe('the key of this hour', () => {
  const epochs = (d: Directory) => teamEpochsOf(d, teamId);
  const numberAt = (d: Directory, hour: number) => currentEpoch(d, epochs(d), hour)?.epoch;

  it('is the highest number whose window holds it', () => {
    expect(numberAt(whole, NOW_HOUR - 1)).toBeUndefined();
    expect(numberAt(whole, NOW_HOUR)).toBe(1);
    expect(numberAt(whole, NOW_HOUR + 24)).toBe(2);
    expect(numberAt(whole, NOW_HOUR + 71)).toBe(2);
    expect(numberAt(whole, NOW_HOUR + 72)).toBeUndefined();
    expect(teamEpochsOf(whole, random(16))).toEqual([]);
    expect(releaseEpochsOf(whole, random(16))).toEqual([]);
  });

  it('is no longer one by somebody who was revoked', () => {
    expect(numberAt(grown(revokeLena), NOW_HOUR + 24)).toBe(1);
    expect(numberAt(grown(revokeLena), NOW_HOUR + 60)).toBeUndefined();
  });
});
