import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountSalt } from '../account/account-keys.ts';
import {
  parseVaultContent,
  type VaultContent,
  vaultContentBytes,
} from '../account/vault-content.ts';
import { toHex } from '../primitives/bytes.ts';
import { roots } from './people.ts';
import { refused } from './standards.ts';
import { seeded } from './world.ts';

const bytes = (n: number) => fc.uint8Array({ minLength: n, maxLength: n });
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const identity = fc.record({
  deviceId: bytes(16),
  counsellorId: bytes(16),
  signingSeed: bytes(32),
  dhSecret: bytes(32),
});
const byEpoch = (a: { epoch: number }, b: { epoch: number }) => a.epoch - b.epoch;
const seeds = fc
  .uniqueArray(fc.record({ epoch: u32, notAfter: u32, seed: bytes(32) }), {
    selector: ({ epoch }) => epoch,
    maxLength: 4,
  })
  .map((list) => list.sort(byEpoch));
const content: fc.Arbitrary<VaultContent> = fc.record({
  roots: fc.constant(roots),
  memberId: bytes(16),
  counsellor: identity,
  officer: identity,
  adminSeed: fc.option(bytes(32)),
  deviceEpochs: seeds,
  teamEpochs: seeds,
  releaseEpochs: seeds,
  storeKeys: fc
    .uniqueArray(fc.record({ epoch: u32, key: bytes(32) }), { selector: ({ epoch }) => epoch })
    .map((list) => list.sort(byEpoch)),
  directory: fc.option(fc.record({ count: u32, head: bytes(32) })),
  conversations: fc
    .uniqueArray(fc.record({ mailboxId: bytes(16), n: u32, hash: bytes(32) }), {
      selector: ({ mailboxId }) => toHex(mailboxId),
      maxLength: 4,
    })
    .map((list) => list.sort((a, b) => (toHex(a.mailboxId) < toHex(b.mailboxId) ? -1 : 1))),
});

describe('the content of a vault', () => {
  it('comes back as it went, in whatever order its lists were given', () => {
    fc.assert(
      fc.property(content, (v) => {
        const encoded = vaultContentBytes(v);
        expect(parseVaultContent(encoded)).toEqual(v);
        const turned = {
          ...v,
          teamEpochs: [...v.teamEpochs].reverse(),
          conversations: [...v.conversations].reverse(),
        };
        expect(vaultContentBytes(turned)).toEqual(encoded);
      }),
    );
  });

  it('has one encoding: a list out of order or with a repetition is refused', () => {
    const random = seeded('vault');
    const seed = (epoch: number) => ({ epoch, notAfter: 1, seed: random(32) });
    const [base] = fc.sample(content, { numRuns: 1, seed: 1 });
    if (!base) throw new Error('no sample');
    const v = { ...base, teamEpochs: [seed(5), seed(7)], releaseEpochs: [] };
    const good = toHex(vaultContentBytes(v));
    const swap = (from: string, to: string) => {
      expect(good).toContain(from);
      return Uint8Array.from(good.replace(from, to).match(/../g) ?? [], (h) => parseInt(h, 16));
    };
    const [five, seven] = v.teamEpochs.map((s) => `0000000${s.epoch}00000001${toHex(s.seed)}`);
    refused(() => parseVaultContent(swap(`${five}${seven}`, `${seven}${five}`)));
    refused(() => parseVaultContent(swap(`${five}${seven}`, `${five}${five}`)));
  });

  it('is refused with a secret where none is said to be, trailing bytes, or another version', () => {
    const [v] = fc.sample(content, { numRuns: 1, seed: 2 });
    if (!v) throw new Error('no sample');
    const encoded = vaultContentBytes({ ...v, adminSeed: new Uint8Array(32).fill(7) });
    const flag = 1 + 16 + 2 + 3 * 32 + 16 + 2 * 96;
    expect(encoded[flag]).toBe(1);
    refused(() => parseVaultContent(encoded.with(flag, 0)));
    refused(() => parseVaultContent(encoded.with(flag, 2)));
    refused(() => parseVaultContent(encoded.with(0, 2)));
    refused(() => parseVaultContent(Uint8Array.from([...encoded, 0])));
    refused(() => parseVaultContent(encoded.slice(0, -1)));
  });
});

describe('the salt of an account', () => {
  const server = seeded('salt')(16);

  it('depends on the name, so that a server cannot give everybody the same', () => {
    expect(accountSalt('anna', server)).not.toEqual(accountSalt('bram', server));
    expect(accountSalt('anna', server)).not.toEqual(accountSalt('anna', seeded('s2')(16)));
    expect(accountSalt('anna', server).length).toBe(16);
  });

  it('is the same however the name is typed', () => {
    expect(accountSalt('Zoë', server)).toEqual(accountSalt('zoe\u0308', server));
  });
});
