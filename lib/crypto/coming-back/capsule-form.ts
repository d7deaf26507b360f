import { isDisplayName } from '../organisation/certificate-device.ts';
import { BadFrame, must } from '../primitives/bad-frame.ts';
import { concat, fromUtf8, lp, type Reader, reader, u8, u32, utf8 } from '../primitives/bytes.ts';
import { X_WING } from '../primitives/x-wing.ts';

type Common = {
  /** session number, below 2^16 */
  s: number;
  /** 16 bytes each */
  orgId: Uint8Array;
  teamId: Uint8Array;
  mailboxId: Uint8Array;
  /** 32 bytes */
  mailboxToken: Uint8Array;
};

/** Form 1: a chat that still waits. It may be claimed after the person has left. */
export type WaitingForm = Common & {
  form: 'waiting';
  /** secrets of the START, 32 bytes each */
  e0Secret: Uint8Array;
  rk0: Uint8Array;
  claimKey: Uint8Array;
  ad: Uint8Array;
  cks0: Uint8Array;
  /** the next number in the START chain */
  n: number;
  /** H32 of the TeamEpoch written to */
  teamEpochHash: Uint8Array;
  parkSeed: Uint8Array;
  nextSeq: number;
  /** own transcript hash, 16 bytes */
  ownT: Uint8Array;
};

/** Form 2: after the claim. No ratchet state, no history. */
export type ClaimedForm = Common & {
  form: 'claimed';
  /** RS, 32 bytes */
  resumeSecret: Uint8Array;
  /** RSM.pk, 1216 bytes */
  resumeKey: Uint8Array;
  /** VK seeds, 32 bytes: the current, and the one before until it is no longer needed */
  parkSeed: Uint8Array;
  previousParkSeed: Uint8Array | null;
  /** the counsellor who claimed: deviceId 16 bytes, H32 of the DeviceCert, work name */
  deviceId: Uint8Array;
  certHash: Uint8Array;
  name: string;
};

/** What a capsule holds (reading 35). */
export type CapsuleForm = WaitingForm | ClaimedForm;

const NONE = new Uint8Array(32);
// Version 1 defines no flag; another value belongs to a version that we cannot read.
const FLAGS = 0;

const commonBytes = (c: Common): Uint8Array =>
  concat(u32(c.s), c.orgId, c.teamId, c.mailboxId, c.mailboxToken);

function readCommon(r: Reader): Common {
  const s = r.u32();
  must(s < 65536);
  return {
    s,
    orgId: r.take(16),
    teamId: r.take(16),
    mailboxId: r.take(16),
    mailboxToken: r.take(32),
  };
}

const waitingBytes = (f: WaitingForm): Uint8Array =>
  concat(
    commonBytes(f),
    concat(f.e0Secret, f.rk0, f.claimKey, f.ad, f.cks0),
    u32(f.n),
    f.teamEpochHash,
    f.parkSeed,
    u32(f.nextSeq),
    f.ownT,
  );

const readWaiting = (r: Reader): WaitingForm => ({
  form: 'waiting',
  ...readCommon(r),
  e0Secret: r.take(32),
  rk0: r.take(32),
  claimKey: r.take(32),
  ad: r.take(32),
  cks0: r.take(32),
  n: r.u32(),
  teamEpochHash: r.take(32),
  parkSeed: r.take(32),
  nextSeq: r.u32(),
  ownT: r.take(16),
});

const claimedBytes = (f: ClaimedForm): Uint8Array =>
  concat(
    commonBytes(f),
    f.resumeSecret,
    f.resumeKey,
    f.parkSeed,
    f.previousParkSeed ?? NONE,
    f.deviceId,
    f.certHash,
    lp(utf8(f.name)),
  );

function readClaimed(r: Reader): ClaimedForm {
  const form = {
    form: 'claimed',
    ...readCommon(r),
    resumeSecret: r.take(32),
    resumeKey: r.take(X_WING.publicKey),
    parkSeed: r.take(32),
  } as const;
  const previous = r.take(32);
  const pinned = { deviceId: r.take(16), certHash: r.take(32), name: fromUtf8(r.lp()) };
  must(isDisplayName(pinned.name));
  const previousParkSeed = previous.some((byte) => byte !== 0) ? previous : null;
  return { ...form, previousParkSeed, ...pinned };
}

/** The plaintext of a capsule: `form u8 | fields | flags u8`. */
export const capsuleFormBytes = (f: CapsuleForm): Uint8Array =>
  f.form === 'waiting'
    ? concat(u8(1), waitingBytes(f), u8(FLAGS))
    : concat(u8(2), claimedBytes(f), u8(FLAGS));

function readForm(r: Reader): CapsuleForm {
  switch (r.u8()) {
    case 1:
      return readWaiting(r);
    case 2:
      return readClaimed(r);
    default:
      throw new BadFrame();
  }
}

/**
 * Reads the plaintext of a capsule.
 * @throws BadFrame
 */
export function parseCapsuleForm(bytes: Uint8Array): CapsuleForm {
  const r = reader(bytes);
  const form = readForm(r);
  must(r.u8() === FLAGS);
  r.end();
  return form;
}
