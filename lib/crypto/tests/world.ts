import type { Claimer } from '../conversation/claim.ts';
import { claimSession } from '../conversation/counsellor.ts';
import { openStarts, type StartKey } from '../conversation/open-starts.ts';
import { startIntake } from '../conversation/person.ts';
import type { Sent } from '../conversation/session.ts';
import type { Sendable } from '../messages/content.ts';
import { issueAdminCert } from '../organisation/certificate-admin.ts';
import { issueDeviceCert, ROLE } from '../organisation/certificate-device.ts';
import { concat, u32, utf8 } from '../primitives/bytes.ts';
import { sha512 } from '../primitives/hash.ts';
import type { Random } from '../primitives/random.ts';
import { signingPublicKey } from '../primitives/signature.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { keyPair } from '../primitives/x25519.ts';

/** Reproducible bytes for tests: SHA-512 of a name and a counter. */
export function seeded(name: string): Random {
  let count = 0;
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 64) }, () =>
      sha512(concat(utf8(name), u32(count++))),
    );
    return concat(...blocks).slice(0, length);
  };
}

const random = seeded('world');
const NOW_HOUR = 497_000;
const TODAY = Math.floor(NOW_HOUR / 24);

export const orgId = random(16);
export const teamId = random(16);
export const mailboxId = random(16);
const root = random(32);
const admin = random(32);

export const expected = {
  roots: { orgId, threshold: 1, rootKeys: [signingPublicKey(root)] },
  teamId,
  nowHour: NOW_HOUR,
};

const window = (days: number) => ({ notBefore: TODAY, notAfter: TODAY + days });

export const adminCert = issueAdminCert(
  { orgId, publicKey: signingPublicKey(admin), ...window(300) },
  [{ rootIndex: 0, seed: root }],
);

/** A member with a valid certificate. */
export function member(displayName: string, roles: number = ROLE.counsellor): Claimer {
  const dhKeys = keyPair(random(32));
  const fields = { orgId, teamId, deviceId: random(16), counsellorId: random(16), displayName };
  const keys = { signingKey: signingPublicKey(random(32)), dhKey: dhKeys.publicKey };
  const deviceCert = issueDeviceCert({ ...fields, roles, ...keys, ...window(14) }, admin);
  return { deviceCert, adminCert, dhKeys };
}

export const mara = member('Mara');
export const teamKey: StartKey = { epoch: 7, keys: xWingKeys(random(32)), psk: null };

export const said = (text: string, minute = 0) =>
  ({ content: { type: 'text', text }, minute }) as const;
export const prefs = {
  type: 'prefs',
  prefs: { language: 'nl', country: 'BE', age: 'under-18', danger: true, cover: false },
} as const satisfies Sendable;

/** Unpacks what must have been sent. */
export function ok<S>(sent: Sent<S> | { ok: false; code: string }): Extract<Sent<S>, { ok: true }> {
  if (!sent.ok) throw new Error(`not sent: ${sent.code}`);
  return sent;
}

/** A chat that waits, its frames so far, and its source of randomness. */
export function intake(name: string) {
  const r = seeded(name);
  const target = { orgId, teamId, epoch: 7, teamPublicKey: teamKey.keys.publicKey, mailboxId };
  const begun = ok(startIntake(target, { content: prefs, minute: 29_820_000 }, r));
  return { random: r, person: begun.session, frames: [begun.frame] };
}

/** What the desk opens of a mailbox. */
export const opened = (frames: readonly Uint8Array[], keys: readonly StartKey[] = [teamKey]) =>
  openStarts({ orgId, teamId, mailboxId, frames, keys });

/** A chat claimed by Mara, whose CLAIM has not reached the person yet. */
export function claimed(name: string, outgoing: ReturnType<typeof said> = said('Hello.')) {
  const chat = intake(name);
  const [start] = opened(chat.frames).starts;
  if (!start) throw new Error('nothing opened');
  const claim = ok(
    claimSession({ opened: start, claimer: mara, outgoing, before: null }, chat.random),
  );
  return { ...chat, start, desk: claim.session, claim };
}
