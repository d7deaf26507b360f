import { passOn } from '#lib/client/office/signals/desk.ts';
import { textsOf } from '#lib/client/office/signals/notices.ts';
import { openSignals } from '#lib/client/office/signals/open-signals.ts';
import { openPersonChat } from '#lib/client/person/conversation.ts';
import { openHelpPortal } from '#lib/client/portal/help-portal.ts';
import { fetchSite } from '#lib/client/portal/site-portal.ts';
import { organisationsOf } from '#lib/client/site/organisation.ts';
import { releaseKeyOf } from '#lib/client/team/release-key.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import {
  CONSENT_SCOPE,
  noticeHashOf,
  recipientsHashOf,
  signConsent,
} from '#lib/crypto/consent/consent.ts';
import { sealRelease } from '#lib/crypto/consent/consent-release.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { signalJcs } from '#lib/signals/canonical-signal.ts';
import { consentTerms, patternReleaseDay, quarterOf } from '#lib/signals/consent-terms.ts';
import { seededNumbers, syntheticSignal } from '#lib/signals/synthetic.ts';
import { SYNTHETIC_BINDING } from '#lib/signals/synthetic-mark.ts';

/** Which signals an organisation of the demo gets: how many, and the work names they were noted under. */
export type DemoSignals = { count: number; seed: number; counsellors: readonly string[] };

/** The last day of the newest quarter whose pattern may leave today. @param today days since 1970 */
function lastDueDay(today: number): number {
  let day = today;
  while (patternReleaseDay(quarterOf(day)) > today) day--;
  return day;
}

/** A signal of nobody with its consent: the reference is random, since no words have to make it again. */
async function madeUp(session: TeamSession, next: () => number, name: string) {
  const terms = session.settings().signals;
  const key = releaseKeyOf(session, session.now());
  if (!terms || !key) throw new Error('a demo without terms or release key');
  const day = lastDueDay(dayOf(session.now())) - Math.floor(next() * 80);
  const signal = syntheticSignal(next, quarterOf(day));
  const days = consentTerms('pattern', day, {
    ...terms.settings,
    patternFor12To15: terms.settings.patternFor12To15,
  });
  const recipients = terms.units.map((unit) => ({ name: unit.name, key: unit.key }));
  const facts = { scope: 'pattern', recipients: terms.units, ...days } as const;
  const [text] = await textsOf({
    ...{ lang: 'nl', signal, names: [name] },
    facts: [{ ...facts, recipients }],
  });
  const consentRef = systemRandom(16);
  const content = signalJcs(signal);
  const consent = signConsent(
    {
      ...{ lang: 'nl', noticeHash: noticeHashOf(text?.notice.text ?? ''), orgId: key.orgId },
      ...{ consentRef, day, scope: CONSENT_SCOPE.pattern, untilDay: days.untilDay },
      signalHash: h32(content),
      recipientsHash: recipientsHashOf(recipients),
      binding: SYNTHETIC_BINDING,
    },
    systemRandom(32),
  );
  const { orgId, teamId, epoch, publicKey } = key;
  const refHash = Uint8Array.from(h32(consentRef));
  const subject = { orgId, teamId, epoch, refHash };
  const blob = sealRelease(publicKey, subject, { signalJcs: content, consent }, systemRandom);
  const bodyHash = Uint8Array.from(h32(consent.body));
  return { refHash, bodyHash, scope: CONSENT_SCOPE.pattern, epoch, blob: Uint8Array.from(blob) };
}

/** A chat that exists only to register consents by: the server takes them from no other connection. */
async function openLine(session: TeamSession, origin: string) {
  const orgId = toHex(session.vault().roots.orgId);
  const site = await fetchSite(origin);
  const all = site && (await organisationsOf(site.bytes, session.now()));
  const found = all?.find(({ id }) => id === orgId);
  if (!found?.team) throw new Error('a demo without a team key');
  const { id, roots, team } = found;
  const portal = openHelpPortal(origin);
  const chat = openPersonChat(
    { id, roots, team },
    { language: 'nl', country: 'unknown', age: 'not-said', danger: false },
    {
      ...{ portal, openPortal: () => openHelpPortal(origin), random: systemRandom },
      ...{ now: Date.now, later: () => () => undefined, online: () => true },
      // A demo that is being filled is asked for no work: nobody else is there.
      prove: async () => null,
    },
  );
  await new Promise<void>((opened) => {
    const look = () => {
      if (chat.getSnapshot().phase.kind === 'waiting') opened();
    };
    chat.subscribe(look);
    look();
  });
  return {
    portal,
    async close() {
      await portal.request('chat:delete', chat.address());
      chat.forget();
      portal.close();
    },
  };
}

/**
 * Fills an organisation of the demo with signals of nobody, by the steps that real ones take: registered, sealed,
 * stored, looked at by a supervisor, and passed on to the desk.
 * @throws when the server refuses one
 */
export async function seedSignals(
  session: TeamSession,
  origin: string,
  { count, seed, counsellors }: DemoSignals,
): Promise<void> {
  const next = seededNumbers(seed);
  const line = await openLine(session, origin);
  const made = [];
  for (let i = 0; i < count; i++)
    made.push(await madeUp(session, next, counsellors[i % counsellors.length] ?? ''));
  // One after the other: the embedded database has one connection, and other organisations are made beside this.
  for (const sealed of made) {
    const { refHash, bodyHash } = sealed;
    const registered = await line.portal.request('consent:register', { refHash, bodyHash });
    const answer = registered.ok
      ? await session.portal.request('signal:store', sealed)
      : registered;
    if (!answer.ok) throw new Error(`a signal of the demo was refused (${answer.code})`);
  }
  await line.close();
}

/** Passes all on to the desk, as soon as that organisation of the demo exists. */
export async function passAllOn(session: TeamSession, counsellors: readonly string[]) {
  const read = await session.portal.request('signals:read', {});
  if (!read.ok) throw new Error('the signals of the demo could not be read');
  const { signals: terms } = session.settings();
  const termsBy = new Map(terms ? [[toHex(session.vault().roots.orgId), [terms] as const]] : []);
  const signals = await openSignals(session, read.signals, counsellors, termsBy);
  for (let tries = 0; tries < 100; tries++) {
    const passed = await passOn(session, signals);
    if (passed.ok) return;
    if (passed.code !== 'unavailable') break;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error('the signals of the demo could not be passed on');
}
