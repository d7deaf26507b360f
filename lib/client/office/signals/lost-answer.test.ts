import { afterAll, beforeAll, expect, it } from 'vitest';
import { CONSENT_SCOPE, noticeHashOf, recipientsHashOf, signConsent } from '#lib/crypto/consent.ts';
import { sealRelease } from '#lib/crypto/consent-release.ts';
import { h32 } from '#lib/crypto/hash.ts';
import { systemRandom } from '#lib/crypto/random.ts';
import { dayOf } from '#lib/crypto/time-units.ts';
import { signalJcs } from '#lib/signals/canonical-signal.ts';
import { consentTerms } from '#lib/signals/consent-terms.ts';
import type { Signal } from '#lib/signals/signal.ts';
import { type DeskHouse, openDeskHouse, type TestDesk, unit } from '../../desk/test-house.ts';
import { releaseKeyOf } from '../../team/release-key.ts';
import { caseOf, heldOf } from './case-of.ts';
import { releaseCase } from './make-release.ts';
import { textsOf } from './notices.ts';
import { readSignals } from './read-signals.ts';

let house: DeskHouse;

beforeAll(async () => {
  house = await openDeskHouse();
}, 120_000);
afterAll(() => house.close());

const signal: Signal = { country: 'NL', age_band: '18-23', exploitation: 'ForcedLabour' };
const recipients = [{ name: unit.name, key: unit.key }];

/** A case that somebody agreed to today, registered, and sealed by a counsellor. */
async function seal({ session }: TestDesk) {
  const terms = session.settings().signals;
  const key = releaseKeyOf(session, session.now());
  if (!terms || !key) throw new Error('this organisation shares no signals');
  const day = dayOf(session.now());
  const days = consentTerms('case', day, terms.settings);
  const facts = { scope: 'case', recipients, ...days } as const;
  const [text] = await textsOf('nl', [facts], signal, ['Anna']);
  const [consentRef, content] = [systemRandom(16), signalJcs(signal)];
  const consent = signConsent(
    {
      ...{ lang: 'nl', noticeHash: noticeHashOf(text?.notice.text ?? ''), orgId: key.orgId },
      ...{ consentRef, day, scope: CONSENT_SCOPE.case, untilDay: days.untilDay },
      ...{ signalHash: h32(content), recipientsHash: recipientsHashOf(recipients) },
      binding: systemRandom(32),
    },
    systemRandom(32),
  );
  const hashes = {
    refHash: Uint8Array.from(h32(consentRef)),
    bodyHash: Uint8Array.from(h32(consent.body)),
  };
  await house.database.consentRegistration.create({ data: { ...hashes, day } });
  const { orgId, teamId, epoch, publicKey } = key;
  const subject = { orgId, teamId, epoch, refHash: hashes.refHash };
  const blob = Uint8Array.from(
    sealRelease(publicKey, subject, { signalJcs: content, consent }, systemRandom),
  );
  const request = { ...hashes, scope: CONSENT_SCOPE.case, epoch, blob };
  expect(await session.portal.request('signal:store', request)).toEqual({ ok: true });
  return hashes.refHash;
}

/** The case as this supervisor sees it, and their yes to it. */
async function approve({ session }: TestDesk) {
  const read = await readSignals(session);
  const [opened] = read.kind === 'ready' ? read.signals : [];
  if (read.kind !== 'ready' || !opened) throw new Error('nothing to approve');
  const review = caseOf(session, opened, heldOf(read.signals));
  if (!review?.class.ok) throw new Error('not a case that may leave');
  const contentHash = Uint8Array.from(review.contentHash);
  const request = { refHash: Uint8Array.from(opened.stored.refHash), contentHash };
  expect(await session.portal.request('signals:approve', request)).toEqual({ ok: true });
  return contentHash;
}

it('an answer that got lost is asked again with the same file: a case leaves once, and says so', async () => {
  const anna = await house.desk('anna');
  const [saskia, sanne] = [await house.desk('saskia'), await house.desk('sanne')];
  const refHash = await seal(anna);
  const [contentHash, same] = [await approve(saskia), await approve(sanne)];
  expect(same).toEqual(contentHash);
  sanne.line.loseAnswer('release:make');
  const lost = { ok: false, code: 'unavailable' };
  expect(await releaseCase(sanne.session, refHash, contentHash)).toEqual(lost);
  expect(await house.database.release.count()).toBe(1);
  expect(await releaseCase(sanne.session, refHash, contentHash)).toEqual({ ok: true });
  expect(await house.database.release.count()).toBe(1);
  // Whoever looks at an old screen is told so, and nothing is packed for them.
  const stale = { ok: false, code: 'stale' };
  expect(await releaseCase(saskia.session, refHash, contentHash)).toEqual(stale);
  expect(saskia.line.asked).not.toContain('release:make');
  for (const one of [anna, saskia, sanne]) await one.session.lock();
});
