import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { issueAdminCert, parseAdminCert } from '../organisation/certificate-admin.ts';
import { issueDeviceCert, parseDeviceCert, ROLE } from '../organisation/certificate-device.ts';
import { issueTeamEpoch, parseTeamEpoch } from '../organisation/certificate-team-epoch.ts';
import { checkRoots } from '../organisation/organisation-roots.ts';
import { checkMember, openTeamBundle, teamBundleBytes } from '../organisation/team-bundle.ts';
import { concat, toHex } from '../primitives/bytes.ts';
import { signingPublicKey } from '../primitives/signature.ts';
import { type SignatureType, signatureInput } from '../signature-input.ts';
import {
  adminCert,
  adminFields,
  adminSeed,
  device,
  expected,
  lena,
  mara,
  NOW_HOUR,
  orgId,
  roots,
  signers,
  TODAY,
  teamEpoch,
} from './people.ts';
import { hex, refused } from './standards.ts';
import { seeded } from './world.ts';

const random = seeded('certificates');
const IDENTITY = hex(`01${'00'.repeat(31)}`);
const ORDER_8 = hex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
const L = hex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');

function plusL(s: Uint8Array): Uint8Array {
  let carry = 0;
  return s.map((byte, i) => {
    const sum = byte + (L[i] ?? 0) + carry;
    carry = sum >> 8;
    return sum & 0xff;
  });
}

/** The same entry with its last signature malleated: S + L. */
const malleated = (raw: Uint8Array) => concat(raw.slice(0, -32), plusL(raw.slice(-32)));

/** Weakened copy: tweetnacl checks the last signature of an entry. */
function weakAccepts(
  type: SignatureType,
  key: Uint8Array,
  body: Uint8Array,
  signature: Uint8Array,
) {
  return nacl.sign.detached.verify(signatureInput(type, body), signature, key);
}

const bundle = (team = teamEpoch(mara), cert = mara.cert, admin = adminCert) =>
  teamBundleBytes(team, cert, admin);
const open = (raw: Uint8Array, nowHour = NOW_HOUR) => openTeamBundle(raw, { ...expected, nowHour });

/** A certificate whose DS was replaced after signing. */
const withKey = (cert: Uint8Array, from: Uint8Array, to: Uint8Array) =>
  hex(toHex(cert).replace(toHex(from), toHex(to)));

describe('who may speak for a team', () => {
  it('an honest bundle opens, early and late by a day', () => {
    for (const nowHour of [NOW_HOUR, NOW_HOUR - 24, NOW_HOUR + 71])
      expect(open(bundle(), nowHour).device.displayName).toBe('Mara');
  });

  it('not the identity, nor a key of small order: they sign everything', () => {
    for (const key of [IDENTITY, ORDER_8]) {
      refused(() => issueDeviceCert({ ...mara.fields, signingKey: key }, adminSeed));
      refused(() => issueAdminCert({ ...adminFields, publicKey: key }, signers(0, 1)));
      refused(() => parseDeviceCert(withKey(mara.cert, mara.fields.signingKey, key)));
      refused(() => parseAdminCert(withKey(adminCert, adminFields.publicKey, key)));
      const rootKeys = [key, ...roots.rootKeys.slice(1)];
      refused(() => checkRoots({ ...roots, rootKeys }));
    }
    const forgery = concat(IDENTITY, new Uint8Array(32));
    const unsigned = teamEpoch(mara).slice(0, -64);
    expect(weakAccepts('team', IDENTITY, unsigned, forgery)).toBe(true);
  });

  it('not with a malleated signature, on any of the three', () => {
    const team = teamEpoch(mara);
    const twisted = malleated(team);
    const [body, signature] = [twisted.slice(0, -64), twisted.slice(-64)];
    expect(weakAccepts('team', mara.fields.signingKey, body, signature)).toBe(true);
    refused(() => open(bundle(twisted)));
    const cert = malleated(mara.cert);
    const adminKey = adminFields.publicKey;
    expect(weakAccepts('device', adminKey, cert.slice(0, -64), cert.slice(-64))).toBe(true);
    refused(() => open(bundle(team, cert)));
    const admin = malleated(adminCert);
    const root = roots.rootKeys[2] as Uint8Array;
    expect(weakAccepts('admin', root, admin.slice(0, 58), admin.slice(-64))).toBe(true);
    refused(() => open(bundle(team, mara.cert, admin)));
  });

  it('not another team or organisation, not too late, not too early', () => {
    const other = random(16);
    refused(() => open(bundle(teamEpoch(mara, { teamId: other }))), 'another team');
    refused(() => open(bundle(teamEpoch(mara, { orgId: other }))), 'another organisation');
    refused(() => open(bundle(), NOW_HOUR + 72), 'expired');
    refused(() => open(bundle(), NOW_HOUR - 25), 'not yet valid');
    refused(() => issueTeamEpoch('teamEpoch', longer(49), mara.signingSeed), 'too long a life');
    refused(() => issueTeamEpoch('teamEpoch', longer(0), mara.signingSeed), 'no life');
    const elsewhere = device('Mara', ROLE.keyOfficer, { teamId: other });
    refused(() => open(bundle(teamEpoch(elsewhere), elsewhere.cert)), 'an officer elsewhere');
    const abroad = device('Mara', ROLE.keyOfficer, { orgId: other });
    refused(() => open(bundle(teamEpoch(abroad), abroad.cert)), 'an officer abroad');
  });

  const longer = (hours: number) => ({
    ...parseTeamEpoch('teamEpoch', teamEpoch(mara)),
    notAfter: NOW_HOUR + hours,
  });

  it('not without the role, and not with another device’s certificate', () => {
    const counsellor = device('Noor', ROLE.counsellor | ROLE.supervisor);
    refused(() => open(bundle(teamEpoch(counsellor), counsellor.cert)));
    refused(() => open(bundle(teamEpoch(lena))), 'Lena signs, Mara’s certificate');
    const signedByLena = teamEpoch(lena, { signerDevice: mara.fields.deviceId });
    refused(() => open(bundle(signedByLena)), 'Lena signs as Mara');
  });

  it('not on the word of an admin whom too few roots signed', () => {
    const one = issueAdminCert(adminFields, signers(1));
    refused(() => open(bundle(teamEpoch(mara), mara.cert, one)));
    const twice = issueAdminCert(adminFields, [...signers(1), ...signers(1)]);
    refused(() => open(bundle(teamEpoch(mara), mara.cert, twice)), 'one root counted twice');
    const outside = [{ rootIndex: 3, seed: random(32) }, ...signers(0)];
    refused(() => open(bundle(teamEpoch(mara), mara.cert, issueAdminCert(adminFields, outside))));
    const all = issueAdminCert(adminFields, signers(0, 1, 2));
    expect(open(bundle(teamEpoch(mara), mara.cert, all)).admin.signatures.length).toBe(3);
  });

  it('not on the word of another admin, or one whose year is over', () => {
    const otherSeed = random(32);
    const fields = { ...adminFields, publicKey: signingPublicKey(otherSeed) };
    const other = issueAdminCert(fields, signers(0, 1));
    refused(() => open(bundle(teamEpoch(mara), mara.cert, other)), 'another key id');
    const forged = concat(issueDeviceCert(mara.fields, otherSeed).slice(0, -72), adminKeyId());
    const signature = issueDeviceCert(mara.fields, otherSeed).slice(-64);
    refused(() => open(bundle(teamEpoch(mara), concat(forged, signature))), 'its id, not its key');
    const past = { ...adminFields, notBefore: TODAY - 365, notAfter: TODAY - 2 };
    const ended = issueAdminCert(past, signers(0, 1));
    refused(() => open(bundle(teamEpoch(mara), mara.cert, ended)));
    const foreign = issueAdminCert({ ...adminFields, orgId: random(16) }, signers(0, 1));
    refused(() => open(bundle(teamEpoch(mara), mara.cert, foreign)), 'for another organisation');
  });

  const adminKeyId = () => parseAdminCert(adminCert).keyId;

  it('not a key that would give the server the secret', () => {
    refused(() => open(bundle(teamEpoch(mara, { publicKey: new Uint8Array(1216) }))));
  });

  it('checks of one member: every role asked for must be there', () => {
    const member = { admin: parseAdminCert(adminCert), device: parseDeviceCert(mara.cert) };
    checkMember(member, ROLE.counsellor | ROLE.keyOfficer, expected);
    refused(() => checkMember(member, ROLE.counsellor | ROLE.supervisor, expected));
  });

  it('roots that could never be safe are refused', () => {
    const { rootKeys } = roots;
    checkRoots(roots);
    for (const threshold of [0, 4]) refused(() => checkRoots({ ...roots, threshold }));
    refused(() => checkRoots({ ...roots, rootKeys: [...rootKeys, rootKeys[0] as Uint8Array] }));
    refused(() => checkRoots({ ...roots, orgId: orgId.slice(1) }));
    const many = Array.from({ length: 256 }, () => rootKeys[0] as Uint8Array);
    refused(() => checkRoots({ ...roots, rootKeys: many }));
  });
});
