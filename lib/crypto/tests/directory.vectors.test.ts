import { expect, it } from 'vitest';
import { entryBytes, parseEntry } from '../organisation/certificate.ts';
import { issueAdminCert, parseAdminCert } from '../organisation/certificate-admin.ts';
import { issueDeviceCert, parseDeviceCert } from '../organisation/certificate-device.ts';
import { issueTeamEpoch, parseTeamEpoch } from '../organisation/certificate-team-epoch.ts';
import { appendEntry, emptyDirectory, openDirectory } from '../organisation/directory.ts';
import type { Directory } from '../organisation/directory-state.ts';
import { openTeamBundle, teamBundleBytes } from '../organisation/team-bundle.ts';
import { toHex } from '../primitives/bytes.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { describeStandard, hex, refused } from './standards.ts';

type Bundle = { why: string; nowHour: number; bundle?: string; bundleOf?: number };
type Vectors = {
  orgId: string;
  teamId: string;
  rootKeys: string[];
  threshold: number;
  seeds: {
    roots: string[];
    admin: string;
    teamKey1: string;
    devices: Record<string, { DS: string }>;
  };
  entries: { name: string; raw: string; hash?: string; keyId?: string }[];
  good: Bundle[];
  refuse: Bundle[];
  head0: string;
  chain: { why: string; raw: string; n: number; head: string }[];
  refuseInChain: { why: string; after: number; raw: string }[];
};

describeStandard<Vectors>('certificates and directory', 'havre-v1/directory.json', (v) => {
  const roots = {
    orgId: hex(v.orgId),
    threshold: v.threshold,
    rootKeys: v.rootKeys.map((key) => hex(key)),
  };
  const entry = (name: string) => {
    const found = v.entries.find((e) => e.name === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  const bundleOf = (b: Bundle) => hex(b.bundle ?? v.good[b.bundleOf ?? 0]?.bundle ?? '');
  const open = (b: Bundle) =>
    openTeamBundle(bundleOf(b), { roots, teamId: hex(v.teamId), nowHour: b.nowHour });

  it('the three entries of a bundle are issued byte by byte', () => {
    const admin = entry('AdminCert');
    const signers = parseAdminCert(hex(admin.raw)).signatures.map(({ rootIndex }) => ({
      rootIndex,
      seed: hex(v.seeds.roots[rootIndex] ?? ''),
    }));
    expect(signers.length).toBe(2);
    const adminCert = issueAdminCert(parseAdminCert(hex(admin.raw)), [...signers].reverse());
    expect(toHex(adminCert)).toBe(admin.raw);
    expect(toHex(parseAdminCert(adminCert).keyId)).toBe(admin.keyId);
    const device = entry('DeviceCert Mara');
    const deviceCert = issueDeviceCert(parseDeviceCert(hex(device.raw)), hex(v.seeds.admin));
    expect(toHex(deviceCert)).toBe(device.raw);
    const team = entry('TeamEpoch 1');
    const parsed = parseTeamEpoch('teamEpoch', hex(team.raw));
    const { publicKey } = xWingKeys(hex(v.seeds.teamKey1));
    const seed = hex(v.seeds.devices.Mara?.DS ?? '');
    const teamEpoch = issueTeamEpoch('teamEpoch', { ...parsed, publicKey }, seed);
    expect(toHex(teamEpoch)).toBe(team.raw);
    expect(toHex(parsed.hash)).toBe(team.hash);
    expect(toHex(teamBundleBytes(teamEpoch, deviceCert, adminCert))).toBe(v.good[0]?.bundle);
  });

  it('every good bundle opens', () => {
    expect(v.good.length).toBeGreaterThan(3);
    for (const b of v.good) expect(open(b).device.displayName, b.why).toBe('Mara');
  });

  it.each(v.refuse)('refuses: $why', (b) => refused(() => open(b)));

  it('the chain, head by head; what may not follow is refused there', () => {
    const after: Directory[] = [emptyDirectory(roots)];
    expect(toHex(after[0]?.head ?? hex(''))).toBe(v.head0);
    for (const { raw, n, head, why } of v.chain) {
      const next = appendEntry(after[n - 1] as Directory, hex(raw));
      expect(toHex(next.head), why).toBe(head);
      expect(toHex(entryBytes(parseEntry(hex(raw)))), why).toBe(raw);
      after.push(next);
    }
    for (const { after: n, raw, why } of v.refuseInChain) {
      const before = after[n] as Directory;
      const copy = { ...before };
      refused(() => appendEntry(before, hex(raw)), why);
      expect(before, why).toEqual(copy);
    }
    const all = v.chain.map(({ raw }) => hex(raw));
    const last = after.at(-1) as Directory;
    expect(openDirectory(roots, all)).toEqual(last);
    for (const mark of after) expect(openDirectory(roots, all, mark)).toEqual(last);
  });
});
