import { describe, expect, it } from 'vitest';
import type { TeamEpoch } from '#lib/crypto/organisation/certificate-team-epoch.ts';
import { emptyDirectory } from '#lib/crypto/organisation/directory.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { epochsCoveredUntil, planEpochs } from './epoch-plan.ts';
import { newRoots } from './first-keys.ts';

const NOW = 500_000;
const { roots } = newRoots(1, 1, systemRandom);
const [anna, bram] = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)];

/** A directory whose epochs began at these hours, signed by Anna and, from `later` on, by Bram. */
function directoryWith(began: readonly number[], later = Number.POSITIVE_INFINITY): Directory {
  const epochs = began.map((notBefore, i) => {
    const signerDevice = i >= later ? bram : anna;
    return { epoch: i + 1, notBefore, notAfter: notBefore + 48, signerDevice } as TeamEpoch;
  });
  return { ...emptyDirectory(roots), teamEpochs: new Map([[toHex(roots.orgId), epochs]]) };
}
const revoked = (d: Directory, device: Uint8Array): Directory => ({
  ...d,
  revokedDevices: new Set([toHex(device)]),
});
/** Every hour from now for 35 days is covered by a planned or an older epoch. */
function hasNoGap(d: Directory, planned: ReturnType<typeof planEpochs>, from = NOW): boolean {
  const old = [...d.teamEpochs.values()].flat();
  const all = [...old.filter((e) => !d.revokedDevices.has(toHex(e.signerDevice))), ...planned];
  const hours = Array.from({ length: 35 * 24 }, (_, i) => from + i);
  return hours.every((hour) => all.some((e) => e.notBefore <= hour && hour < e.notAfter));
}

describe('team epochs', () => {
  it('are planned for 35 days without a gap, each the newest for one day', () => {
    const planned = planEpochs(directoryWith([]), NOW, false);
    expect(planned[0]).toEqual({ epoch: 1, notBefore: NOW, notAfter: NOW + 48 });
    expect(planned.every((e, i) => e.notBefore === NOW + 24 * i && e.epoch === i + 1)).toBe(true);
    expect(hasNoGap(directoryWith([]), planned)).toBe(true);
  });

  it('follow those that are there, one more for each day that passed', () => {
    const began = planEpochs(directoryWith([]), NOW, false).map(({ notBefore }) => notBefore);
    expect(planEpochs(directoryWith(began), NOW, false)).toEqual([]);
    const next = planEpochs(directoryWith(began), NOW + 24, false);
    expect(next.map(({ epoch }) => epoch)).toEqual([began.length + 1]);
    expect(hasNoGap(directoryWith(began), next, NOW + 24)).toBe(true);
  });

  it('begin again now after a gap, when replaced, and when their signer was revoked', () => {
    const old = directoryWith([NOW - 200]);
    const running = directoryWith([NOW - 10, NOW + 14]);
    const cases = [
      { d: old, replace: false },
      { d: running, replace: true },
      { d: revoked(running, anna), replace: false },
      { d: revoked(directoryWith([NOW - 10, NOW + 14], 1), bram), replace: false },
    ];
    for (const { d, replace } of cases) {
      const planned = planEpochs(d, NOW, replace);
      expect(planned[0]?.notBefore).toBe(NOW);
      expect(planned[0]?.epoch).toBe([...d.teamEpochs.values()].flat().length + 1);
      expect(hasNoGap(d, planned)).toBe(true);
    }
  });

  it('of a revoked signer cover nothing', () => {
    const running = directoryWith([NOW - 10, NOW + 14]);
    expect(epochsCoveredUntil(running, NOW)).toBe(NOW + 62);
    expect(epochsCoveredUntil(revoked(running, anna), NOW)).toBe(NOW);
  });
});
