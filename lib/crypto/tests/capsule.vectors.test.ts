import { expect, it } from 'vitest';
import { CAPSULE_SIZE, openCapsule, sealCapsule } from '../coming-back/capsule.ts';
import { type CapsuleForm, capsuleFormBytes } from '../coming-back/capsule-form.ts';
import { decodeState } from '../conversation/state-codec.ts';
import { fromHex, toHex } from '../primitives/bytes.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';

type Stored = {
  locator: string;
  capsuleKey: string;
  version: number;
  capsule: string;
  why: string;
};
type Made = Stored & { form: string; random: Draw[] };
type Vectors = {
  form1: Made &
    Record<'orgId' | 'teamId' | 'mailboxId' | 'mailboxTok', string> & {
      teamEpochHash: string;
      vkSeed: string;
      V: string;
    };
  form2: Made &
    Record<'RS' | 'rsmPk' | 'vkSeed' | 'vkSeedOld' | 'deviceId' | 'certHash', string> & {
      s: number;
      name: string;
    };
  refuse: Stored[];
};

const address = (c: Stored) => ({
  locator: hex(c.locator),
  capsuleKey: hex(c.capsuleKey),
  version: c.version,
});

describeStandard<Vectors>('capsules', 'havre-v1/capsule.json', (v) => {
  const owner = {
    orgId: hex(v.form1.orgId),
    teamId: hex(v.form1.teamId),
    mailboxId: hex(v.form1.mailboxId),
    mailboxToken: hex(v.form1.mailboxTok),
  };
  const missing = (): never => {
    throw new Error('the state lacks a key');
  };

  function waiting(): CapsuleForm {
    const state = decodeState(hex(v.form1.V));
    return {
      form: 'waiting',
      s: state.s,
      ...owner,
      e0Secret: state.own?.secretKey ?? missing(),
      rk0: state.rootKey,
      claimKey: state.claimKey ?? missing(),
      ad: state.ad,
      cks0: state.startChain ?? missing(),
      n: state.startCount,
      teamEpochHash: hex(v.form1.teamEpochHash),
      parkSeed: hex(v.form1.vkSeed),
      nextSeq: state.nextSeq,
      ownT: state.ownT.at(-1) ?? missing(),
    };
  }

  const claimed = (): CapsuleForm => ({
    form: 'claimed',
    s: v.form2.s,
    ...owner,
    resumeSecret: hex(v.form2.RS),
    resumeKey: hex(v.form2.rsmPk),
    parkSeed: hex(v.form2.vkSeed),
    previousParkSeed: hex(v.form2.vkSeedOld),
    deviceId: hex(v.form2.deviceId),
    certHash: hex(v.form2.certHash),
    name: v.form2.name,
  });

  it.each([
    ['form 1, from the state of a waiting chat', () => waiting(), v.form1],
    ['form 2', () => claimed(), v.form2],
  ] as const)('%s', (_, make, made) => {
    const form = make();
    expect(toHex(capsuleFormBytes(form))).toBe(made.form);
    const random = replay(made.random);
    const capsule = sealCapsule(address(made), form, random);
    expect(random.left()).toBe(0);
    expect(toHex(capsule)).toBe(made.capsule);
    expect(capsule.length).toBe(CAPSULE_SIZE);
    expect(openCapsule(address(made), capsule)).toEqual(form);
  });

  it.each(v.refuse)('refuses: $why', (c) =>
    refused(() => openCapsule(address(c), fromHex(c.capsule))),
  );
});
