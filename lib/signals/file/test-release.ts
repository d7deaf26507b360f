import { issueAdminCert } from '#lib/crypto/organisation/certificate-admin.ts';
import { signingPublicKey } from '#lib/crypto/primitives/signature.ts';
import { wholePatternRelease } from '../release/pattern.ts';
import { seededNumbers, syntheticPool } from '../synthetic.ts';
import type { ReleaseContent } from './content.ts';
import type { ReleaseSigner } from './manifest.ts';

/** The same bytes for the same seed. */
export function seededBytes(seed: number): (length: number) => Uint8Array {
  const next = seededNumbers(seed);
  return (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256));
}

/** An organisation that can sign, made from a seed. */
export function testSigner(seed: number): ReleaseSigner {
  const random = seededBytes(seed);
  const [orgId, rootSeed, adminSeed] = [random(16), random(32), random(32)];
  const publicKey = signingPublicKey(adminSeed);
  const roots = { orgId, threshold: 1, rootKeys: [signingPublicKey(rootSeed)] };
  const adminCert = issueAdminCert({ orgId, publicKey, notBefore: 20_000, notAfter: 20_366 }, [
    { rootIndex: 0, seed: rootSeed },
  ]);
  return { adminSeed, adminCert, roots };
}

const common = {
  organisation: 'Demo Help NL',
  recipients: ['Demo Police NL', 'Demo Police BE'],
  day: '2025-01-15',
};
const countedWith = '2024-Q4';
export const names = [common.organisation, ...common.recipients];

/** The pattern release of a made-up pool. */
export function testPattern(seed: number, count = 200): ReleaseContent {
  const release = wholePatternRelease(syntheticPool(count, seed, countedWith), { k: 5 });
  if (!release.ok) throw new Error(release.code);
  const { clusters } = release;
  const rules = { k: 5, rounding: 5 };
  return { ...common, kind: 'pattern', countedWith, clusters, consents: count, rules };
}

export const testCase: ReleaseContent = {
  ...common,
  kind: 'case',
  consents: 1,
  rules: { kCase: 50, coolingOffMinutes: 43_200 },
  signal: {
    country: 'NL',
    age_band: 'adult',
    exploitation: 'OnlineSexualExploitation',
    means_of_control: ['DebtBondage', 'digital'],
    movement: 'domestic',
    period: '2024',
  },
};
