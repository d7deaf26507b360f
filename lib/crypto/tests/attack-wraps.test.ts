import { describe, expect, it } from 'vitest';
import { unwrap, unwrapEpochSeed, type WrapWhat, wrap, wrapEpochSeed } from '../account/wrap.ts';
import { concat, utf8 } from '../primitives/bytes.ts';
import { seal, unseal } from '../primitives/seal.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { type Device, lena, mara, orgId, teamId, zoe } from './people.ts';
import { refused } from './standards.ts';
import { seeded } from './world.ts';

const random = seeded('wraps');
const csk = random(32);
const subject = { what: 'csk', subject: random(16) } as const;

const self = (d: Device) => ({ deviceId: d.fields.deviceId, dhSecret: d.dhSecret });
const peer = (d: Device) => ({ deviceId: d.fields.deviceId, dhPublic: d.fields.dhKey });
const to = (d: Device) => ({ ...peer(d), epochKey: d.epochKeys.publicKey });
const opener = (d: Device) => ({ ...self(d), epochKeys: d.epochKeys });

/** What a malicious server can do: it knows every public key and every id, and no secret. */
function serverWrap(from: Device, receiver: Device, key: Uint8Array): Uint8Array {
  const info = concat(
    utf8('HAVRE-V1/wrap/csk\0'),
    subject.subject,
    from.fields.deviceId,
    receiver.fields.deviceId,
  );
  return seal(receiver.epochKeys.publicKey, info, key, random);
}

/** Weakened copy: psk zeros, as SEAL alone would have it. */
function weakUnwrap(from: Device, receiver: Device, box: Uint8Array): Uint8Array {
  const ids = concat(subject.subject, from.fields.deviceId, receiver.fields.deviceId);
  return unseal(receiver.epochKeys, concat(utf8('HAVRE-V1/wrap/csk\0'), ids), box);
}

describe('a wrap', () => {
  it('opens for its receiver, who knows its sender', () => {
    const box = wrap(subject, self(mara), to(lena), csk, random);
    expect(box.length).toBe(1224);
    expect(unwrap(subject, peer(mara), opener(lena), box)).toEqual(csk);
  });

  it('to oneself needs the own DA secret', () => {
    const box = wrap(subject, self(mara), to(mara), csk, random);
    expect(unwrap(subject, peer(mara), opener(mara), box)).toEqual(csk);
    const stolen = { ...opener(mara), dhSecret: random(32) };
    refused(() => unwrap(subject, peer(mara), stolen, box));
  });

  it('by a malicious server passes the weakened copy, and never ours', () => {
    const own = random(32);
    for (const receiver of [lena, mara]) {
      const box = serverWrap(mara, receiver, own);
      expect(weakUnwrap(mara, receiver, box)).toEqual(own);
      refused(() => unwrap(subject, peer(mara), opener(receiver), box));
    }
  });

  it('opens for no other purpose, subject, sender or receiver', () => {
    const box = wrap(subject, self(mara), to(lena), csk, random);
    for (const what of ['ask', 'hand', 'rsm', 'store'] satisfies WrapWhat[])
      refused(() => unwrap({ ...subject, what }, peer(mara), opener(lena), box), what);
    const other = { ...subject, subject: random(16) };
    refused(() => unwrap(other, peer(mara), opener(lena), box));
    refused(() => unwrap(subject, peer(zoe), opener(lena), box), 'said to be by another');
    refused(() => unwrap(subject, peer(mara), opener(zoe), box), 'for another');
    const low = { ...peer(mara), dhPublic: new Uint8Array(32) };
    refused(() => unwrap(subject, low, opener(lena), box), 'low order');
  });
});

describe('the wrap of a team key’s seed', () => {
  const seed = random(32);
  const signed = xWingKeys(seed).publicKey;
  const epoch = { kind: 'te', orgId, teamId, epoch: 3 } as const;
  const forLena = { ...epoch, receiverDevice: lena.fields.deviceId };
  const box = wrapEpochSeed(forLena, lena.epochKeys.publicKey, seed, random);

  it('gives the signed public key', () => {
    expect(unwrapEpochSeed(forLena, lena.epochKeys, signed, box)).toEqual(seed);
  });

  it('with another seed, or none, is refused: the server may wrap, but not choose', () => {
    const planted = wrapEpochSeed(forLena, lena.epochKeys.publicKey, random(32), random);
    refused(() => unwrapEpochSeed(forLena, lena.epochKeys, signed, planted));
    const short = wrapEpochSeed(forLena, lena.epochKeys.publicKey, seed.slice(1), random);
    refused(() => unwrapEpochSeed(forLena, lena.epochKeys, signed, short));
  });

  it('is for one epoch, one kind and one device', () => {
    const wrong = [
      { ...forLena, epoch: 4 },
      { ...forLena, kind: 're' as const },
      { ...forLena, receiverDevice: mara.fields.deviceId },
      { ...forLena, teamId: random(16) },
    ];
    for (const subjectOf of wrong)
      refused(() => unwrapEpochSeed(subjectOf, lena.epochKeys, signed, box));
  });
});
