import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, lp, reader, u32, utf8 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { PROTOCOL } from '../primitives/kdf.ts';
import { pad, unpad } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { seal, unseal } from '../primitives/seal.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { type ConsentBody, checkConsent, type SignedConsent } from './consent.ts';

/** Which release key and which consent a sealed signal is for; ids of 16 bytes. */
export type ReleaseSubject = {
  orgId: Uint8Array;
  teamId: Uint8Array;
  epoch: number;
  /** H32 of the consent's reference: what the server stores beside the seal */
  refHash: Uint8Array;
};

/** A signal with the consent that allows it. `signalJcs` is its RFC 8785 form. */
export type ReleasedSignal = { signalJcs: Uint8Array; consent: SignedConsent };

const infoOf = (s: ReleaseSubject): Uint8Array =>
  concat(utf8(`${PROTOCOL}/release\0`), s.orgId, s.teamId, u32(s.epoch), s.refHash);

/** What joins a signal to others of one counsellor at the desk of several organisations: 16 bytes, no name. */
export const COUNSELLOR_MARK = 16;

/**
 * Seals a signal and its consent to the organisation's release key (reading 36). Only
 * supervisors hold that key.
 * @param releaseKey RE.pk, 1216 bytes
 * @param random draws 64, then 24 bytes
 * @throws BadFrame for a bad key or more than 16 KiB
 */
export const sealRelease = (
  releaseKey: Uint8Array,
  subject: ReleaseSubject,
  { signalJcs, consent }: ReleasedSignal,
  random: Random,
): Uint8Array => {
  const content = concat(lp(signalJcs), lp(consent.body), consent.publicKey, consent.signature);
  return seal(releaseKey, infoOf(subject), pad(content), random);
};

/**
 * Opens a sealed signal and refuses it unless the consent inside is signed, is for exactly this
 * signal, and is the one that the subject names.
 * @throws BadFrame
 */
export function openRelease(
  releaseSeed: Uint8Array,
  subject: ReleaseSubject,
  box: Uint8Array,
): ReleasedSignal & { fields: ConsentBody } {
  const r = reader(unpad(unseal(xWingKeys(releaseSeed), infoOf(subject), box)));
  const signalJcs = r.lp();
  const consent = { body: r.lp(), publicKey: r.take(32), signature: r.take(64) };
  r.end();
  return checked({ signalJcs, consent }, subject);
}

/** Checks the consent inside a seal against what the seal is for. @throws BadFrame */
function checked(
  { signalJcs, consent }: ReleasedSignal,
  subject: ReleaseSubject,
): ReleasedSignal & { fields: ConsentBody } {
  const fields = checkConsent(consent);
  must(equalBytes(fields.signalHash, h32(signalJcs)));
  must(equalBytes(fields.orgId, subject.orgId));
  must(equalBytes(h32(fields.consentRef), subject.refHash));
  return { signalJcs, consent, fields };
}

const deskInfoOf = (s: ReleaseSubject): Uint8Array =>
  concat(utf8(`${PROTOCOL}/desk\0`), s.orgId, s.teamId, u32(s.epoch), s.refHash);

/**
 * Seals a signal that an own supervisor looked at to the release key of the desk (signals.md, "Where it runs").
 * @param releaseKey of the desk, 1216 bytes
 * @param subject `orgId` whose chat it was, `teamId` and `epoch` of the desk
 * @param mark COUNSELLOR_MARK bytes
 * @param random draws 64, then 24 bytes
 * @throws BadFrame for a bad key or mark, or more than 16 KiB
 */
export function sealForDesk(
  releaseKey: Uint8Array,
  subject: ReleaseSubject,
  { signalJcs, consent }: ReleasedSignal,
  mark: Uint8Array,
  random: Random,
): Uint8Array {
  must(mark.length === COUNSELLOR_MARK);
  const signed = concat(lp(consent.body), consent.publicKey, consent.signature);
  return seal(releaseKey, deskInfoOf(subject), pad(concat(mark, lp(signalJcs), signed)), random);
}

/**
 * Opens what was passed on to a desk, with the checks of `openRelease`.
 * @throws BadFrame
 */
export function openForDesk(
  releaseSeed: Uint8Array,
  subject: ReleaseSubject,
  box: Uint8Array,
): ReleasedSignal & { fields: ConsentBody; mark: Uint8Array } {
  const r = reader(unpad(unseal(xWingKeys(releaseSeed), deskInfoOf(subject), box)));
  const mark = r.take(COUNSELLOR_MARK);
  const signalJcs = r.lp();
  const consent = { body: r.lp(), publicKey: r.take(32), signature: r.take(64) };
  r.end();
  return { ...checked({ signalJcs, consent }, subject), mark };
}
