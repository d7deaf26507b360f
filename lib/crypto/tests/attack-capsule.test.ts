import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { openCapsule, sealCapsule } from '../coming-back/capsule.ts';
import {
  capsuleFormBytes,
  parseCapsuleForm,
  type WaitingForm,
} from '../coming-back/capsule-form.ts';
import { concat, u32 } from '../primitives/bytes.ts';
import { hmacSha512 } from '../primitives/hash.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import { padTo } from '../primitives/padding.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import { refused } from './standards.ts';
import { twoKeyBox } from './two-key-box.ts';
import { seeded } from './world.ts';

const random = seeded('capsule');
const b32 = () => random(32);

const form: WaitingForm = {
  form: 'waiting',
  s: 0,
  orgId: random(16),
  teamId: random(16),
  mailboxId: random(16),
  mailboxToken: b32(),
  e0Secret: b32(),
  rk0: b32(),
  claimKey: b32(),
  ad: b32(),
  cks0: b32(),
  n: 3,
  teamEpochHash: b32(),
  parkSeed: b32(),
  nextSeq: 3,
  ownT: random(16),
};
const address = { locator: random(16), capsuleKey: b32(), version: 4 };
const capsule = sealCapsule(address, form, random);

describe('a server that plays with capsules', () => {
  it('gives an honest one back', () => {
    expect(openCapsule(address, capsule)).toEqual(form);
  });

  it('cannot show one from another locator, or an older one as the current', () => {
    // Weakened copy: locator and version left out of the associated data.
    const key = kdf(EMPTY, address.capsuleKey, 'capsule', EMPTY, 32);
    const unbound = sbxSeal(key, EMPTY, padTo(capsuleFormBytes(form), 2048), random);
    expect(sbxOpen(key, EMPTY, unbound).length).toBe(2048);
    refused(() => openCapsule({ ...address, locator: random(16) }, capsule), 'another locator');
    refused(() => openCapsule({ ...address, version: 5 }, capsule), 'rolled back');
    refused(() => openCapsule({ ...address, version: 3 }, capsule), 'rolled forward');
  });

  it('cannot test two codes with one capsule (partitioning oracle)', () => {
    const [k1, k2] = [b32(), b32()];
    const nonce = random(24);
    // Weakened copy: a bare secretbox under the key of the code opens under both.
    const bare = twoKeyBox(k1, k2, nonce);
    expect(nacl.secretbox.open(bare, nonce, k1)).not.toBeNull();
    expect(nacl.secretbox.open(bare, nonce, k2)).not.toBeNull();
    // Ours: the same box, with a tag that fits one code, opens as SBX under that code alone.
    const sbxKeys = [k1, k2].map((k) => kdf(EMPTY, k, 'capsule', EMPTY, 32));
    const [s1, s2] = sbxKeys as [Uint8Array, Uint8Array];
    const [o1, o2] = sbxKeys.map((k) => kdf(EMPTY, k, 'sbx', EMPTY, 64)) as [
      Uint8Array,
      Uint8Array,
    ];
    const box = twoKeyBox(o1.slice(0, 32), o2.slice(0, 32), nonce);
    const ad = concat(address.locator, u32(address.version));
    const tag = hmacSha512(o1.slice(32), concat(u32(ad.length), ad, nonce, box)).slice(0, 32);
    const forged = concat(nonce, tag, box);
    expect(sbxOpen(s1, ad, forged)).toHaveLength(32);
    refused(() => sbxOpen(s2, ad, forged));
    refused(() => openCapsule({ ...address, capsuleKey: k1 }, forged), 'and it is no capsule');
  });

  it('cannot send another size', () => {
    refused(() => openCapsule(address, concat(capsule, new Uint8Array(1))));
    refused(() => openCapsule(address, new Uint8Array(0)));
  });
});

describe('the content of a capsule', () => {
  const bytes = capsuleFormBytes(form);

  it('is refused with a flag of a later version, or a session above 65535', () => {
    const flagged = bytes.slice();
    flagged[flagged.length - 1] = 1;
    refused(() => parseCapsuleForm(flagged));
    refused(() => parseCapsuleForm(capsuleFormBytes({ ...form, s: 65_536 })));
    expect(parseCapsuleForm(capsuleFormBytes({ ...form, s: 65_535 })).s).toBe(65_535);
  });

  it('after the claim: with and without a previous key, and only with a name', () => {
    const { form: _, ...common } = form;
    const claimed = {
      form: 'claimed',
      s: 2,
      orgId: common.orgId,
      teamId: common.teamId,
      mailboxId: common.mailboxId,
      mailboxToken: common.mailboxToken,
      resumeSecret: b32(),
      resumeKey: random(1216),
      parkSeed: b32(),
      previousParkSeed: null,
      deviceId: random(16),
      certHash: b32(),
      name: 'Mara',
    } as const;
    for (const previousParkSeed of [null, b32()]) {
      const f = { ...claimed, previousParkSeed };
      expect(openCapsule(address, sealCapsule(address, f, random))).toEqual(f);
    }
    refused(() => parseCapsuleForm(capsuleFormBytes({ ...claimed, name: '' })));
    refused(() => parseCapsuleForm(capsuleFormBytes({ ...claimed, name: 'a\nb' })));
  });
});
