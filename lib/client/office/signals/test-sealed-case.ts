import {
  CONSENT_SCOPE,
  noticeHashOf,
  recipientsHashOf,
  signConsent,
} from '#lib/crypto/consent/consent.ts';
import { sealRelease } from '#lib/crypto/consent/consent-release.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { signalJcs } from '#lib/signals/canonical-signal.ts';
import { consentTerms } from '#lib/signals/consent-terms.ts';
import type { Scope } from '#lib/signals/fields.ts';
import type { Signal } from '#lib/signals/signal.ts';
import { type DeskHouse, type TestDesk, unit } from '../../desk/test-house.ts';
import { releaseKeyOf } from '../../team/release-key.ts';
import { textsOf } from './notices.ts';

const aCase: Signal = { country: 'NL', age_band: '18-23', exploitation: 'ForcedLabour' };

/** What is wrong with a case that a test seals. */
export type Wrong = {
  /** days ago on which it was agreed to */
  daysAgo?: number;
  /** what was signed instead of the text on the card */
  text?: string;
  recipients?: { name: string; key: string }[];
  isUnregistered?: boolean;
  /** The case is sealed for what somebody registered of another consent. */
  instead?: { consentRef: Uint8Array; body: Uint8Array };
  signal?: Signal;
  /** A pattern, and not a case. */
  scope?: Scope;
  /** A signature of which one bit is another. */
  isTampered?: boolean;
};

/** A case that somebody agreed to, registered, and that a counsellor has sealed. @returns H32 of its reference */
export async function sealCase(house: DeskHouse, { session }: TestDesk, wrong: Wrong = {}) {
  const terms = session.settings().signals;
  const key = releaseKeyOf(session, session.now());
  if (!terms || !key) throw new Error('this organisation shares no signals');
  const { signal = aCase, scope = 'case' } = wrong;
  const recipients = wrong.recipients ?? [{ name: unit.name, key: unit.key }];
  const day = dayOf(session.now()) - (wrong.daysAgo ?? 0);
  const days = consentTerms(scope, day, terms.settings);
  const facts = { scope, recipients, ...days } as const;
  const [text] = await textsOf({ lang: 'nl', facts: [facts], signal, names: ['Anna'] });
  const [consentRef, content] = [wrong.instead?.consentRef ?? systemRandom(16), signalJcs(signal)];
  const signed = signConsent(
    {
      ...{ lang: 'nl', orgId: key.orgId, consentRef, day, scope: CONSENT_SCOPE[scope] },
      noticeHash: noticeHashOf(wrong.text ?? text?.notice.text ?? ''),
      ...{ untilDay: days.untilDay, signalHash: h32(content) },
      recipientsHash: recipientsHashOf(recipients),
      binding: systemRandom(32),
    },
    systemRandom(32),
  );
  const { signature } = signed;
  const consent = wrong.isTampered
    ? { ...signed, signature: signature.with(3, (signature[3] ?? 0) ^ 1) }
    : signed;
  const hashes = {
    refHash: Uint8Array.from(h32(consentRef)),
    bodyHash: Uint8Array.from(h32(wrong.instead?.body ?? consent.body)),
  };
  if (!wrong.isUnregistered && !wrong.instead)
    await house.database.consentRegistration.create({ data: { ...hashes, day } });
  const { orgId, teamId, epoch, publicKey } = key;
  const subject = { orgId, teamId, epoch, refHash: hashes.refHash };
  const blob = Uint8Array.from(
    sealRelease(publicKey, subject, { signalJcs: content, consent }, systemRandom),
  );
  const request = { ...hashes, scope: CONSENT_SCOPE[scope], epoch, blob };
  const answer = await session.portal.request('signal:store', request);
  return { answer, refHash: hashes.refHash, body: consent.body };
}
